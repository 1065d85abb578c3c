// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office's own MQTT client. Everything is called and answered on one event loop; a connection
 * that breaks is made again with the same subscriptions.
 */
public final class BrokerLink {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
  private static final long RETRY_MILLIS = 1_000;
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int FIRST_ERROR_CODE = 0x80; // MQTT 5.0 §2.4

  private final Context context;
  private final LinkSettings settings;
  private final MqttAsyncClient client;
  private final Map<String, Consumer<Incoming>> listeners = new LinkedHashMap<>();
  private Runnable onUp = () -> {};
  private boolean isUp;
  private boolean isClosed;

  /**
   * A link that is not connected yet.
   *
   * @param context the event loop everything is handed to
   * @param now what time it is
   */
  public BrokerLink(Context context, LinkSettings settings, InstantSource now) {
    this.context = context;
    this.settings = settings;
    try {
      this.client = new MqttAsyncClient(settings.uri(), settings.user(), new MemoryPersistence());
    } catch (MqttException e) {
      throw gone(settings, e);
    }
    client.setCallback(
        new LinkCallback(new LinkCallback.Where(context, now), this::receive, this::lost));
  }

  /** Hears what matches a filter. Before {@link #open}. */
  public BrokerLink on(String filter, Consumer<Incoming> listener) {
    listeners.put(filter, listener);
    return this;
  }

  /** Told whenever the link is up and subscribed, the first time too. Before {@link #open}. */
  public BrokerLink onUp(Runnable listener) {
    onUp = listener;
    return this;
  }

  /** Connects and subscribes; fails with BROKER_GONE but goes on trying until it is closed. */
  public Future<Void> open() {
    return connect().compose(connected -> subscribe()).onComplete(done -> settle(done.succeeded()));
  }

  /** True while connected and subscribed. */
  public boolean isUp() {
    return isUp;
  }

  /** Publishes; the answer comes when the broker has taken it. */
  public Future<Void> publish(Outgoing message) {
    return await(
        listener -> client.publish(message.topic(), LinkCallback.message(message), null, listener));
  }

  /** Ends the connection for good. */
  public Future<Void> close() {
    isClosed = true;
    isUp = false;
    return context
        .owner()
        .executeBlocking(
            () -> {
              client.disconnectForcibly(100, 500, false);
              client.close(true);
              return null;
            });
  }

  private Future<Void> connect() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(settings.user());
    options.setPassword(settings.password().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    options.setCleanStart(settings.sessionLife().isZero());
    options.setSessionExpiryInterval(settings.sessionLife().toSeconds());
    options.setAutomaticReconnect(false); // this class does it, subscriptions included
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    if (settings.trust() != null) {
      options.setSocketFactory(new PromptSockets(settings.trust().getSocketFactory()));
      options.setHttpsHostnameVerificationEnabled(true);
    }
    return await(listener -> client.connect(options, null, listener));
  }

  private Future<Void> subscribe() {
    MqttSubscription[] wanted =
        listeners.keySet().stream()
            .map(filter -> new MqttSubscription(filter, 1))
            .toArray(MqttSubscription[]::new);
    return await(listener -> client.subscribe(wanted, null, listener, new MqttProperties()));
  }

  private void settle(boolean up) {
    isUp = up;
    if (up) {
      LOG.info("broker={} connected", settings.uri());
      onUp.run();
    } else {
      retryLater();
    }
  }

  private void lost() {
    if (isUp) {
      isUp = false;
      LOG.warn("broker={} BROKER_GONE, trying again", settings.uri());
      retryLater();
    }
  }

  private void retryLater() {
    if (!isClosed) {
      context.owner().setTimer(RETRY_MILLIS, timer -> reopen());
    }
  }

  private void reopen() {
    if (!isClosed) {
      if (client.isConnected()) {
        subscribe().onComplete(done -> settle(done.succeeded()));
      } else {
        open().onFailure(e -> LOG.debug("broker={} still gone", settings.uri(), e));
      }
    }
  }

  private void receive(Incoming message) {
    listeners.forEach(
        (filter, listener) -> {
          if (MqttTopicValidator.isMatched(filter, message.topic())) {
            listener.accept(message);
          }
        });
  }

  private interface Started {
    void with(MqttActionListener listener) throws MqttException;
  }

  private Future<Void> await(Started action) {
    Promise<Void> promise = Promise.promise();
    try {
      action.with(new Completion(promise));
    } catch (MqttException e) {
      promise.fail(gone(settings, e));
    }
    return promise.future();
  }

  private static ProblemException gone(LinkSettings settings, Throwable cause) {
    return new ProblemException(
        new Problem(
            "BROKER_GONE",
            "The broker %s cannot be reached: %s.".formatted(settings.uri(), cause.getMessage()),
            "Start the broker; what waits is sent when it is back."),
        cause);
  }

  /** Brings Paho's answer home to the event loop; when a line breaks it may answer twice. */
  private final class Completion implements MqttActionListener {
    private final Promise<Void> promise;

    Completion(Promise<Void> promise) {
      this.promise = promise;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      int worst = worstReason(token);
      context.runOnContext(
          ignored -> {
            if (worst >= FIRST_ERROR_CODE) {
              promise.tryFail(
                  gone(settings, new IllegalStateException("it refused with code " + worst)));
            } else {
              promise.tryComplete();
            }
          });
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      context.runOnContext(ignored -> promise.tryFail(gone(settings, cause)));
    }

    // A refused publish or subscription is a success to Paho; the codes tell.
    private int worstReason(IMqttToken token) {
      int worst = 0;
      int[] codes = token.getReasonCodes();
      if (codes != null) {
        for (int code : codes) {
          worst = Math.max(worst, code);
        }
      }
      return worst;
    }
  }
}

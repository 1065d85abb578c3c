// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import loalang.protocol.enrolment.CertificatePin;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.jspecify.annotations.Nullable;

/** A plain MQTT 5 client for tests. */
public final class TestClient implements AutoCloseable, MqttCallback {
  private static final long LIMIT_MILLIS = 10_000;

  private final MqttAsyncClient client;
  private final Map<String, Consumer<byte[]>> listeners = new ConcurrentHashMap<>();

  private final CountDownLatch disconnected = new CountDownLatch(1);

  private TestClient(MqttAsyncClient client) {
    this.client = client;
  }

  /** Connects without TLS, or throws the refusal as an AssertionError. */
  public static TestClient connect(int port, String clientId, String user, String password) {
    return connect(new Door(port, null), clientId, user, password);
  }

  /**
   * A broker on this machine.
   *
   * @param pin null without TLS
   */
  public record Door(int port, @Nullable CertificatePin pin) {}

  /** Connects, or throws the refusal as an AssertionError. */
  public static TestClient connect(Door door, String clientId, String user, String password) {
    try {
      String scheme = door.pin() == null ? "tcp" : "ssl";
      MqttAsyncClient client =
          new MqttAsyncClient(
              scheme + "://127.0.0.1:" + door.port(), clientId, new MemoryPersistence());
      TestClient test = new TestClient(client);
      client.setCallback(test);
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setUserName(user);
      options.setPassword(password.getBytes(StandardCharsets.UTF_8));
      options.setCleanStart(true);
      options.setAutomaticReconnect(false);
      if (door.pin() != null) {
        options.setSocketFactory(PinTrust.sockets(door.pin()));
      }
      client.connect(options).waitForCompletion(LIMIT_MILLIS);
      return test;
    } catch (MqttException e) {
      throw new AssertionError("Connection refused with code " + e.getReasonCode(), e);
    }
  }

  /** True when the broker ended the connection, waiting for it. */
  public boolean awaitDisconnected() throws InterruptedException {
    return disconnected.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The broker's answer code to a subscription. */
  public int subscribeCode(String filter) {
    try {
      IMqttToken token = client.subscribe(filter, 1);
      token.waitForCompletion(LIMIT_MILLIS);
      return token.getReasonCodes()[0];
    } catch (MqttException e) {
      return e.getReasonCode();
    }
  }

  /** The broker's answer code to a publish at QoS 1. */
  public int publishCode(String topic) {
    try {
      IMqttToken token = client.publish(topic, "x".getBytes(StandardCharsets.UTF_8), 1, false);
      token.waitForCompletion(LIMIT_MILLIS);
      int[] codes = token.getReasonCodes();
      return codes == null || codes.length == 0 ? 0 : codes[0];
    } catch (MqttException e) {
      return e.getReasonCode();
    }
  }

  public void listen(String topic, Consumer<byte[]> listener) {
    listeners.put(topic, listener);
    if (subscribeCode(topic) > 2) {
      throw new AssertionError("May not subscribe " + topic);
    }
  }

  public BlockingQueue<byte[]> subscribe(String topic, int qos) {
    BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    listeners.put(topic, received::add);
    try {
      client.subscribe(topic, qos).waitForCompletion(LIMIT_MILLIS);
    } catch (MqttException e) {
      throw new AssertionError(e);
    }
    return received;
  }

  public void publish(String topic, byte[] payload) {
    publish(topic, new MqttMessage(payload));
  }

  public void publishKept(String topic, byte[] payload) {
    MqttMessage message = new MqttMessage(payload);
    message.setRetained(true);
    publish(topic, message);
  }

  public void ask(String topic, byte[] payload, String responseTopic) {
    MqttMessage message = new MqttMessage(payload);
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(responseTopic);
    message.setProperties(properties);
    publish(topic, message);
  }

  /** Waits for the next one. */
  public static <T> T take(BlockingQueue<T> queue, Duration limit) {
    try {
      T next = queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("Nothing came in " + limit);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void publish(String topic, MqttMessage message) {
    message.setQos(1);
    try {
      client.publish(topic, message).waitForCompletion(LIMIT_MILLIS);
    } catch (MqttException e) {
      throw new AssertionError("Not published to " + topic, e);
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(5_000); // the forcible way waits its whole limit out
      }
      client.close(true);
    } catch (MqttException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    listeners.forEach(
        (filter, listener) -> {
          if (MqttTopicValidator.isMatched(filter, topic)) {
            listener.accept(message.getPayload());
          }
        });
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    disconnected.countDown();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    // The call that caused it fails.
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each publish waits for its own token.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // The connect waits for its own token.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // Not used.
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Digest;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.wire.Wire;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the broker (MQTT 5.0). All its state belongs to one thread of its own; its methods may
 * be called anywhere and return at once.
 *
 * <p>Every connection is a fresh Paho client: what was on its way in the old one is known to our
 * journal, and no token of a dead connection can come back to life. The session at the broker goes
 * on (clean start off), so orders sent meanwhile arrive.
 */
public final class BrokerLink implements OfficeLink {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
  private static final long WANT_EXPIRY_SECONDS = 60;
  private static final long QUESTION_EXPIRY_SECONDS = 10;
  private static final long GOODBYE_MILLIS = 2_000;

  private final LinkOptions options;
  private final LinkListener listener;
  private final Dispatch dispatch;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread one = new Thread(task, "broker");
            one.setDaemon(true);
            return one;
          });
  private final Map<String, Digest> audioTopics = new HashMap<>();
  private @Nullable Connection connection;
  private final RetainedAgain retainedAgain = new RetainedAgain(System::nanoTime);
  private boolean online;
  private boolean stopped;

  /** A link that connects when it is started. */
  public BrokerLink(LinkOptions options, LinkListener listener) {
    this.options = options;
    this.listener = listener;
    this.dispatch = new Dispatch(options, listener);
  }

  /** Connects, and connects again for ever. */
  public void start() {
    run(this::connect);
  }

  private void run(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("speaker={} the link is closed", options.speaker());
    }
  }

  private void connect() {
    if (stopped) {
      return;
    }
    try {
      Connection fresh = new Connection(options);
      connection = fresh;
      fresh.open(new Incoming(fresh), (success, why) -> run(() -> connected(fresh, success, why)));
    } catch (MqttException e) {
      throw new IllegalStateException("Paho refuses the address " + options.broker(), e);
    }
  }

  private void connected(Connection which, boolean success, String why) {
    if (which != connection) {
      return;
    }
    if (!success) {
      lost(which, why);
      return;
    }
    List<String> topics = new ArrayList<>(options.orderTopics());
    topics.add(options.topics().acknowledgement(options.speaker()));
    which.subscribe(
        topics,
        new Connection.Hearing(1, true),
        (ok, code) -> run(() -> subscribed(which, ok, code)));
  }

  private void subscribed(Connection which, boolean success, String why) {
    if (which != connection) {
      return;
    }
    if (!success) {
      LOG.error("speaker={} BROKER_SUBSCRIPTION_REFUSED {}", options.speaker(), why);
      lost(which, why);
      return;
    }
    online = true;
    backoff.reset();
    listener.connected();
    hearPlans(which);
    which.subscribe(
        List.of(options.topics().time(options.speaker())),
        new Connection.Hearing(0, true),
        (ok, code) -> {
          if (ok) {
            listener.timeOffered();
          }
        });
  }

  /** An office of an earlier version refuses these; orders are obeyed all the same. */
  private void hearPlans(Connection which) {
    List<String> topics = List.of(options.topics().everyKeys(), options.topics().everyPlan());
    boolean again = retainedAgain.isDue();
    long asked = retainedAgain.wished();
    which.subscribe(
        topics,
        new Connection.Hearing(1, again),
        (ok, code) -> {
          if (ok && again) {
            run(() -> retainedAgain.done(asked));
          } else if (!ok) {
            LOG.warn("speaker={} BROKER_WITHOUT_PLANS {}", options.speaker(), code);
          }
        });
  }

  private void lost(Connection which, String why) {
    if (which != connection) {
      return;
    }
    connection = null;
    online = false;
    audioTopics.clear();
    which.abandon();
    if (!stopped) {
      long wait = backoff.nextMillis();
      LOG.warn("speaker={} BROKER_AWAY {}; again in {} ms", options.speaker(), why, wait);
      listener.disconnected(why);
      var unused = thread.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
    }
  }

  /** What one connection hears; deaf when it is not the current one any more. */
  private final class Incoming implements PahoEvents.Incoming {
    private final Connection which;

    Incoming(Connection which) {
      this.which = which;
    }

    @Override
    public void message(String topic, MqttMessage message) {
      long heardNanos = System.nanoTime();
      run(() -> arrived(which, new Dispatch.Arrived(topic, message, heardNanos)));
    }

    @Override
    public void ended(String why) {
      run(() -> lost(which, why));
    }
  }

  private void arrived(Connection which, Dispatch.Arrived message) {
    dispatch.tell(
        message,
        audioTopics.get(message.topic()),
        () -> run(() -> which.acknowledge(message.raw())));
  }

  @Override
  public void publishReport(long number, byte[] envelope) {
    MqttMessage message = new MqttMessage(envelope, 1, false, new MqttProperties());
    publish(
        options.topics().report(options.speaker()),
        message,
        (taken, why) -> {
          mentionRefusal(taken, why);
          listener.reportSent(number, taken);
        });
  }

  @Override
  public void publishState(byte[] state) {
    MqttMessage message = new MqttMessage(state, 1, true, new MqttProperties());
    publish(options.topics().state(options.speaker()), message, this::mentionRefusal);
  }

  @Override
  public void want(Want want) {
    MqttMessage message = Connection.expiring(Wire.WANT.encode(want), 1, WANT_EXPIRY_SECONDS);
    publish(options.topics().want(options.speaker()), message, this::mentionRefusal);
  }

  @Override
  public void hearAgain() {
    run(
        () -> {
          retainedAgain.wish(); // if the line breaks now, the next connection asks
          if (connection != null && online) {
            hearPlans(connection);
          }
        });
  }

  @Override
  public void askTime(ClockQuestion question) {
    byte[] bytes = Wire.CLOCK_QUESTION.encode(question);
    MqttMessage message = Connection.expiring(bytes, 0, QUESTION_EXPIRY_SECONDS);
    publish(options.topics().clock(options.speaker()), message, this::mentionRefusal);
  }

  private void publish(String topic, MqttMessage message, PahoEvents.Outcome outcome) {
    run(() -> publishNow(topic, message, outcome));
  }

  private void publishNow(String topic, MqttMessage message, PahoEvents.Outcome outcome) {
    Connection now = connection;
    if (now != null && online) {
      now.publish(topic, message, outcome);
    } else {
      outcome.done(false, "not connected");
    }
  }

  private void mentionRefusal(boolean taken, String why) {
    if (!taken) {
      LOG.warn("speaker={} BROKER_REFUSED_MESSAGE {}", options.speaker(), why);
    }
  }

  @Override
  public void listenTo(Digest recording) {
    run(
        () -> {
          Connection now = connection;
          String topic = options.topics().audio(recording);
          if (now != null && online && audioTopics.put(topic, recording) == null) {
            now.subscribe(List.of(topic), new Connection.Hearing(0, true), this::mentionRefusal);
          }
        });
  }

  @Override
  public void ignore(Digest recording) {
    run(
        () -> {
          Connection now = connection;
          String topic = options.topics().audio(recording);
          if (now != null && audioTopics.remove(topic) != null) {
            now.unsubscribe(topic, this::mentionRefusal);
          }
        });
  }

  /** Says a last state and leaves, so that the broker does not publish the will. Waits for it. */
  public void stop(byte[] lastState) {
    CountDownLatch left = new CountDownLatch(1);
    run(() -> stopped = true);
    MqttMessage message = new MqttMessage(lastState, 1, true, new MqttProperties());
    publish(
        options.topics().state(options.speaker()), message, (taken, why) -> run(() -> leave(left)));
    try {
      if (!left.await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("speaker={} the broker did not hear the goodbye", options.speaker());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }

  private void leave(CountDownLatch left) {
    Connection now = connection;
    if (now == null) {
      left.countDown();
    } else {
      now.leave((success, why) -> left.countDown());
    }
  }
}

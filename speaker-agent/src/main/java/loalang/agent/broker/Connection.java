// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from connect to its end; never used for a second one. Requests return at once; a
 * request that Paho does not take is told as failed. The link's thread only.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private static final long SESSION_SECONDS = TimeUnit.DAYS.toSeconds(7);
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int CONNECT_SECONDS = 10;
  private static final int MOST_UNACKNOWLEDGED = 32;
  private static final long MOST_PACKET_BYTES = 1024 * 1024 + 4 * 1024;

  private final LinkOptions options;
  private final MqttAsyncClient client;

  Connection(LinkOptions options) throws MqttException {
    this.options = options;
    this.client =
        new MqttAsyncClient(
            options.broker().uri(), options.speaker().value(), new MemoryPersistence());
    // The broker is told that it may forget an order when the journal has it, not before.
    client.setManualAcks(true);
  }

  void open(PahoEvents.Incoming incoming, PahoEvents.Outcome outcome) {
    client.setCallback(PahoEvents.callback(incoming));
    request(outcome, () -> client.connect(settings(), null, PahoEvents.listener(outcome)));
  }

  private MqttConnectionOptions settings() {
    MqttConnectionOptions settings = new MqttConnectionOptions();
    settings.setUserName(options.speaker().value());
    settings.setPassword(options.password().getBytes(StandardCharsets.UTF_8));
    settings.setCleanStart(false);
    settings.setSessionExpiryInterval(SESSION_SECONDS);
    settings.setAutomaticReconnect(false);
    options.broker().protect(settings, options.now());
    settings.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    settings.setConnectionTimeout(CONNECT_SECONDS);
    settings.setReceiveMaximum(MOST_UNACKNOWLEDGED);
    settings.setMaximumPacketSize(MOST_PACKET_BYTES);
    MqttMessage will = new MqttMessage(options.will().bytes(), 1, true, new MqttProperties());
    settings.setWill(options.topics().state(options.speaker()), will);
    return settings;
  }

  void subscribe(List<String> topics, Hearing hearing, PahoEvents.Outcome outcome) {
    MqttSubscription[] wanted =
        topics.stream().map(topic -> subscription(topic, hearing)).toArray(MqttSubscription[]::new);
    request(
        outcome,
        () -> client.subscribe(wanted, null, PahoEvents.listener(outcome), new MqttProperties()));
  }

  /**
   * How messages are to come.
   *
   * @param qos 0 to 2
   * @param retainedAgain false if what is retained is to come only to a subscription that is new
   */
  record Hearing(int qos, boolean retainedAgain) {}

  private static MqttSubscription subscription(String topic, Hearing hearing) {
    MqttSubscription one = new MqttSubscription(topic, hearing.qos());
    one.setRetainHandling(hearing.retainedAgain() ? 0 : 1); // MQTT 5.0 §3.8.3.1
    return one;
  }

  void unsubscribe(String topic, PahoEvents.Outcome outcome) {
    request(outcome, () -> client.unsubscribe(topic, null, PahoEvents.listener(outcome)));
  }

  void publish(String topic, MqttMessage message, PahoEvents.Outcome outcome) {
    request(outcome, () -> client.publish(topic, message, null, PahoEvents.listener(outcome)));
  }

  void acknowledge(MqttMessage message) {
    if (message.getQos() > 0) {
      request(
          PahoEvents.IGNORED,
          () -> client.messageArrivedComplete(message.getId(), message.getQos()));
    }
  }

  void leave(PahoEvents.Outcome outcome) {
    request(outcome, () -> client.disconnect(null, PahoEvents.listener(outcome)));
  }

  /** Lets go of a connection that is lost, whatever state it is in. */
  void abandon() {
    request(PahoEvents.IGNORED, () -> client.disconnectForcibly(0, 0, false));
    request(PahoEvents.IGNORED, () -> client.close(true));
  }

  /** A call to Paho. */
  private interface Call {
    void make() throws MqttException;
  }

  private void request(PahoEvents.Outcome outcome, Call call) {
    try {
      call.make();
    } catch (MqttException e) {
      LOG.debug("speaker={} a request failed: {}", options.speaker(), e.toString());
      outcome.done(false, e.toString());
    }
  }

  /** A message that is thrown away if it is not delivered in time. */
  static MqttMessage expiring(byte[] bytes, int qos, long seconds) {
    MqttProperties properties = new MqttProperties();
    properties.setMessageExpiryInterval(seconds);
    return new MqttMessage(bytes, qos, false, properties);
  }
}

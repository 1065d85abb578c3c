// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Called on Paho's thread: hands over to the event loop and does nothing else. */
final class LinkCallback implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(LinkCallback.class);
  private static final int MAX_HANDED_OVER = 10_000;

  private final Context context;
  private final InstantSource now;
  private final Consumer<Incoming> receive;
  private final Runnable lost;
  private final AtomicInteger handedOver = new AtomicInteger();

  LinkCallback(Where where, Consumer<Incoming> receive, Runnable lost) {
    this.context = where.context();
    this.now = where.now();
    this.receive = receive;
    this.lost = lost;
  }

  /**
   * Where everything is handed to.
   *
   * @param context the event loop
   * @param now what time it is
   */
  record Where(Context context, InstantSource now) {}

  /** The message in the client's form. */
  static MqttMessage message(Outgoing out) {
    MqttMessage message = new MqttMessage(out.payload().getBytes());
    message.setQos(out.care() == Outgoing.Care.FLEETING ? 0 : 1);
    message.setRetained(out.care() == Outgoing.Care.KEPT);
    MqttProperties properties = new MqttProperties();
    out.expires()
        .map(Duration::toSeconds)
        .ifPresent(seconds -> properties.setMessageExpiryInterval(Math.max(1, seconds)));
    message.setProperties(properties);
    return message;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    Instant receivedAt = now.instant();
    // Whoever sent it sends it again until the office has said that it is stored.
    if (handedOver.incrementAndGet() > MAX_HANDED_OVER) {
      handedOver.decrementAndGet();
      LOG.warn("topic={} dropped, {} messages wait", topic, MAX_HANDED_OVER);
      return;
    }
    Incoming incoming =
        new Incoming(
            topic,
            Buffer.buffer(message.getPayload()),
            Optional.ofNullable(message.getProperties()).map(MqttProperties::getResponseTopic),
            message.isRetained(),
            receivedAt);
    context.runOnContext(
        ignored -> {
          handedOver.decrementAndGet();
          receive.accept(incoming);
        });
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    context.runOnContext(ignored -> lost.run());
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOG.warn("The MQTT client reports an error.", exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each publish has a listener of its own.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // The connect has a listener of its own.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // No extended authentication is in use.
  }
}

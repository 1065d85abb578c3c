// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import loalang.protocol.Digest;
import loalang.protocol.topic.Topics;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/** Which message is whose. The link's thread only. */
final class Dispatch {
  private final LinkOptions options;
  private final LinkListener listener;

  Dispatch(LinkOptions options, LinkListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * A message.
   *
   * @param heardNanos the monotonic counter when it came
   */
  record Arrived(String topic, MqttMessage raw, long heardNanos) {}

  /**
   * Tells the listener.
   *
   * @param recording whose parts come over this topic; null for any other topic
   * @param acknowledge tells the broker that it may forget the message
   */
  void tell(Arrived message, @Nullable Digest recording, Runnable acknowledge) {
    Topics topics = options.topics();
    String topic = message.topic();
    byte[] payload = message.raw().getPayload();
    if (options.orderTopics().contains(topic)) {
      listener.order(payload, acknowledge);
      return;
    }
    if (topics.isPlan(topic)) {
      listener.plan(payload, acknowledge);
      return;
    }
    acknowledge.run();
    if (recording != null) {
      listener.audio(recording, payload);
    } else if (topic.equals(topics.acknowledgement(options.speaker()))) {
      listener.acknowledgement(payload);
    } else if (topic.equals(topics.time(options.speaker()))) {
      listener.timeAnswer(payload, message.heardNanos());
    } else if (topics.isKeys(topic)) {
      listener.keyStatement(payload);
    }
  }
}

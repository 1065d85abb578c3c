// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A message for the broker.
 *
 * @param topic its topic name
 * @param payload as it goes out
 * @param care how hard the broker tries
 * @param expires after which the broker throws it away
 */
public record Outgoing(String topic, Buffer payload, Care care, Optional<Duration> expires) {

  /** How hard the broker tries. */
  public enum Care {
    /** QoS 0: to who listens now. */
    FLEETING,
    /** QoS 1: kept for sessions that sleep. */
    DELIVERED,
    /** QoS 1 and retained: also for who comes later. */
    KEPT
  }

  /** To who listens now. */
  public static Outgoing fleeting(String topic, byte[] payload) {
    return new Outgoing(topic, Buffer.buffer(payload), Care.FLEETING, Optional.empty());
  }

  /** To everyone subscribed, also those asleep, until it expires. */
  public static Outgoing delivered(String topic, byte[] payload, Duration expires) {
    return new Outgoing(topic, Buffer.buffer(payload), Care.DELIVERED, Optional.of(expires));
  }

  /** To everyone, now and later, until it is replaced or expires. */
  public static Outgoing kept(String topic, byte[] payload, Duration expires) {
    return new Outgoing(topic, Buffer.buffer(payload), Care.KEPT, Optional.of(expires));
  }

  /** To who listens now, if it arrives soon. */
  public static Outgoing fleeting(String topic, byte[] payload, Duration expires) {
    return new Outgoing(topic, Buffer.buffer(payload), Care.FLEETING, Optional.of(expires));
  }

  /** To everyone, now and later, until it is replaced. */
  public static Outgoing kept(String topic, byte[] payload) {
    return new Outgoing(topic, Buffer.buffer(payload), Care.KEPT, Optional.empty());
  }
}

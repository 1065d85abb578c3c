// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A message from the broker, unread.
 *
 * @param topic its topic name
 * @param payload as received
 * @param responseTopic where an answer is wanted (MQTT 5.0 §3.3.2.3.5)
 * @param kept true if the broker had kept it: it tells how things were, not what happens now
 * @param receivedAt when the client had it, before it waited for the event loop
 */
public record Incoming(
    String topic,
    Buffer payload,
    Optional<String> responseTopic,
    boolean kept,
    Instant receivedAt) {}

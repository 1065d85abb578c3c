// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Every topic name and topic filter, spelled once (MQTT 5.0 §4.7).
 *
 * <p>The only room that may contain the text of a topic. Pure, any thread. What may not enter:
 * payloads, connections, who may publish what (the broker's room decides that, from these names).
 */
@NullMarked
package loalang.protocol.topic;

import org.jspecify.annotations.NullMarked;

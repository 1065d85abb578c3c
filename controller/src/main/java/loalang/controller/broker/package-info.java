// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The MQTT broker inside the office, who may use it for what, and the office's own link to it.
 *
 * <p>The only room that knows Artemis and Paho. It never reads a payload. The gate is asked on the
 * broker's threads and reads immutable snapshots; what the link receives is handed to the event
 * loop with {@code runOnContext}. What may not enter: speakers' stories, orders, SQL.
 */
@NullMarked
package loalang.controller.broker;

import org.jspecify.annotations.NullMarked;

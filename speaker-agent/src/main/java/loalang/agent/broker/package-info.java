// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The connection to the broker: connect, subscribe, publish, reconnect for ever.
 *
 * <p>The only room that knows Paho. It never reads a payload and never blocks a Paho thread: every
 * event is handed over through a listener. What may not enter: trust, meaning, storage.
 */
@NullMarked
package loalang.agent.broker;

import org.jspecify.annotations.NullMarked;

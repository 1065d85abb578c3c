// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What time it is, as far as a pole without a clock of its own can know, and how wrong that may be.
 *
 * <p>Pure but for one holder that is handed its two sources. What may not enter: the network, what
 * the time is needed for. Any thread.
 */
@NullMarked
package loalang.agent.clock;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The plans of days: which edition stands, what of it is this pole's, what a new one withdraws.
 *
 * <p>Pure: told the plans, the keys and the time. What may not enter: files, clocks, the network,
 * what sounds. Any thread.
 */
@NullMarked
package loalang.agent.plans;

import org.jspecify.annotations.NullMarked;

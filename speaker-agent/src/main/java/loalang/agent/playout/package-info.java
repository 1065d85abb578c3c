// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What sounds when: the order of urgency, the late rule, quiet hours, at most one start.
 *
 * <p>Pure: a state, an event and the time give the next state and the effects to carry out. What
 * may not enter: files, clocks, threads, sound. Any thread.
 */
@NullMarked
package loalang.agent.playout;

import org.jspecify.annotations.NullMarked;

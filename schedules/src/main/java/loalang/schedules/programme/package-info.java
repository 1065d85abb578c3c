// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What an officer says about the week: programmes and their slots, and the YAML they come from.
 *
 * <p>Pure values, any thread. What may not enter: a clock, Quartz, quiet hours (what must not sound
 * is decided in {@code rundown}), the text of an announcement.
 */
@NullMarked
package loalang.schedules.programme;

import org.jspecify.annotations.NullMarked;

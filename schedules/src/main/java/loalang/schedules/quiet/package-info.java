// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * When a village sleeps: the hours in which nothing but an emergency may sound.
 *
 * <p>Pure values and rules, told the time and the time zone; any thread. What may not enter: a
 * clock, the system's default zone, Quartz, programmes.
 */
@NullMarked
package loalang.schedules.quiet;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Quartz as an alarm clock: instants in, rings out.
 *
 * <p>The only room that imports {@code org.quartz}, and {@code java.sql} for the tables Quartz
 * keeps its alarms in. What may not enter: rules (late, quiet, weekdays), cues, programmes. Alarms
 * ring on Quartz's one worker thread, one at a time.
 */
@NullMarked
package loalang.schedules.quartz;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What plays when: from programmes, campaigns and quiet hours to cues at exact instants.
 *
 * <p>The doors are {@code ScheduleBook} (give it sheets, it fires cues) and {@code CueListener}
 * (hear them). What may not enter: Vert.x, audio, announcement text; only ids of announcements pass
 * through. Values may be used on any thread; a {@code ScheduleBook} fires on a thread of its
 * clockwork, and the listener must hand over at once.
 */
@NullMarked
package loalang.schedules;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Private addresses under which a phone's calendar reads the schedule without a login: made, read,
 * taken back.
 *
 * <p>On the event loop. What may not enter: the schedule itself, and any secret that is written
 * down; of an address only a hash is kept.
 */
@NullMarked
package loalang.controller.calendars;

import org.jspecify.annotations.NullMarked;

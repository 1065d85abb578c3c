// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Words in, recording out.
 *
 * <p>The doors are {@link loalang.announcements.ProduceAnnouncement} and what it takes and gives.
 * What may not enter: when or where a recording plays, MQTT, HTTP servers, SQL. Everything here may
 * block: the caller brings a worker thread.
 */
@NullMarked
package loalang.announcements;

import org.jspecify.annotations.NullMarked;

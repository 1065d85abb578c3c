// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

import java.time.Instant;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.schedules.CueId;

/**
 * Exactly what a release is for. Another announcement, instant or place needs another release.
 *
 * @param airing the cue, whose name is made of programme, slot and instant
 * @param announcement what is heard
 * @param zones where, as it was written
 * @param start the instant asked for
 */
public record Wanted(
    CueId airing, AnnouncementId announcement, Set<PagingZone> zones, Instant start) {
  public Wanted {
    zones = Set.copyOf(zones);
  }
}

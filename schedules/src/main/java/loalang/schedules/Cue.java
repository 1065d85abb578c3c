// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * One announcement that is to begin at one instant in some zones. "Now" is a cue like any other.
 *
 * @param id the same for the same plan, whenever it is worked out
 * @param announcement what is heard; of a relay the name of its source
 * @param zones where; at least one
 * @param priority how urgent
 * @param start the planned instant, not the instant at which the cue happened to fire
 * @param late how long after {@code start} it may still begin
 * @param terms what else holds for it
 * @throws IllegalArgumentException if there is no zone
 */
public record Cue(
    CueId id,
    AnnouncementId announcement,
    Set<PagingZone> zones,
    Priority priority,
    Instant start,
    LateRule late,
    CueTerms terms) {
  public Cue {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException(
          "A cue needs at least one zone; %s has none.".formatted(id));
    }
  }

  /** A cue for which nothing else holds. */
  public Cue(
      CueId id,
      AnnouncementId announcement,
      Set<PagingZone> zones,
      Priority priority,
      Instant start,
      LateRule late) {
    this(id, announcement, zones, priority, start, late, CueTerms.NONE);
  }

  /** True if the cue may still begin at {@code now}. */
  public boolean mayStillStart(Instant now) {
    return late.allows(start, now);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.release.Wanted;

/**
 * A wish to air one announcement once.
 *
 * @param id chosen by who asks; asking twice with one id airs once
 * @param announcement what is heard
 * @param zones where; at least one
 * @param priority how urgent
 * @param start when
 * @param late how long after {@code start} it may still begin
 * @throws IllegalArgumentException if there is no zone
 */
public record OneOff(
    CueId id,
    AnnouncementId announcement,
    Set<PagingZone> zones,
    Priority priority,
    Instant start,
    LateRule late) {
  public OneOff {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException(
          "A one-off needs at least one zone; %s has none.".formatted(id));
    }
  }

  /** True if the other wish is for the same sound in the same place; the moment may differ. */
  boolean sameSoundAs(OneOff other) {
    return announcement.equals(other.announcement)
        && zones.equals(other.zones)
        && priority == other.priority;
  }

  /** Why another wish may not have this one's id. */
  Problem idTaken() {
    return new Problem(
        "CUE_ID_TAKEN",
        "\"%s\" already airs \"%s\" in %s.".formatted(id, announcement, zones),
        "Use a new id for a new airing.");
  }

  /** Why it is not heard although nothing but a second person was missing. */
  public Problem notReleased() {
    return new Problem(
        "RELEASE_NOT_GIVEN",
        "\"%s\" waited for a second person until %s, and nobody let it through."
            .formatted(id, late.latestStart(start)),
        "Nothing was heard; plan it anew if it still matters, and ask for a release in time.");
  }

  /** The cue that grants the wish. */
  public Cue cue() {
    return cue(CueTerms.NONE);
  }

  /** The cue that grants the wish on terms. */
  Cue cue(CueTerms terms) {
    return new Cue(id, announcement, zones, priority, start, late, terms);
  }

  /** What a second person would release. */
  Wanted wanted() {
    return new Wanted(id, announcement, zones, start);
  }
}

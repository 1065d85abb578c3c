// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.Optional;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.release.Held;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for and does not happen as asked.
 *
 * @param airing the cue as it would have been called
 * @param zones where, as it was written if everywhere; empty if it concerns no place
 * @param outcome what happens instead
 * @param why the reason, with the next step
 * @param decider who may decide otherwise
 * @param held what two people would have to let through; null if that would not help
 */
public record Conflict(
    CueId airing,
    Set<PagingZone> zones,
    Outcome outcome,
    Problem why,
    Decider decider,
    @Nullable Held held) {

  /** What happens instead. */
  public enum Outcome {
    /** It is not heard in these zones. */
    NOT_HEARD,
    /** It is not heard in these zones until a second person releases it. */
    NEEDS_SECOND_PERSON,
    /** It is heard later than asked, within its late rule. */
    MOVED,
    /** It is heard, but a rule of it could not be checked. */
    UNCHECKED
  }

  /** Who may decide otherwise. */
  public enum Decider {
    /** Nobody: the rule has to be changed first. */
    RULE,
    /** The commune's officer, also where a higher level's item meets the commune's own. */
    COMMUNE_OFFICER,
    /** Whoever may be the second person: approves what rules hold back. */
    APPROVER
  }

  public Conflict {
    zones = Set.copyOf(zones);
  }

  /** A conflict that no second person can settle. */
  public Conflict(
      CueId airing, Set<PagingZone> zones, Outcome outcome, Problem why, Decider decider) {
    this(airing, zones, outcome, why, decider, null);
  }

  /** Something a rule holds back. */
  public static Conflict of(Held held, Set<PagingZone> zones) {
    return new Conflict(
        held.what().airing(),
        zones,
        Outcome.NEEDS_SECOND_PERSON,
        held.why(),
        Decider.APPROVER,
        held);
  }

  /** What two people would have to let through, if that would help. */
  public Optional<Held> toRelease() {
    return Optional.ofNullable(held);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueId;

/**
 * Something that was asked for and does not happen as asked.
 *
 * @param airing the cue as it would have been called
 * @param zones where; empty if it concerns no place
 * @param outcome what happens instead
 * @param why the reason, with the next step
 * @param decider who may decide otherwise
 */
public record Conflict(
    CueId airing, Set<PagingZone> zones, Outcome outcome, Problem why, Decider decider) {

  /** What happens instead. */
  public enum Outcome {
    /** It is not heard in these zones. */
    NOT_HEARD,
    /** It is heard later than asked, within its late rule. */
    MOVED
  }

  /** Who may decide otherwise. */
  public enum Decider {
    /** Nobody: the rule has to be changed first. */
    RULE,
    /** The commune's officer, also where a higher level's item meets the commune's own. */
    COMMUNE_OFFICER,
    /** Whoever approves what sounds in quiet hours. */
    APPROVER
  }

  public Conflict {
    zones = Set.copyOf(zones);
  }
}

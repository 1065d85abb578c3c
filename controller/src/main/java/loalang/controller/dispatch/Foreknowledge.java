// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.ledger.PlannedAiring;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.plan.PlannedPlay;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/** What do the speakers know already by their plans? Blocking, inside the caller's transaction. */
public interface Foreknowledge {
  /** No plan was ever made. */
  Foreknowledge NONE = new NoPlans();

  /** Under which name a cue is aired. */
  AiringId airingOf(Handle handle, Cue cue);

  /** What a plan says about an airing; empty if it stands in none. */
  Optional<Known> known(Handle handle, AiringId airing);

  /**
   * An airing that stands in a plan.
   *
   * @param what as the ledger names it
   * @param plays as they stand in the plan
   * @param holding the speakers that said that they hold it
   */
  record Known(PlannedAiring what, List<PlannedPlay> plays, Set<SpeakerId> holding) {
    public Known {
      plays = List.copyOf(plays);
      holding = Set.copyOf(holding);
    }
  }
}

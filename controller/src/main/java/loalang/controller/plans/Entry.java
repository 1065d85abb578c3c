// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import loalang.controller.ledger.PlannedAiring;
import loalang.protocol.AiringId;
import loalang.protocol.plan.PlannedPlay;
import loalang.schedules.CueId;

/**
 * One airing as it stands in the plan of its day.
 *
 * @param cue it comes from
 * @param date whose plan
 * @param what as the ledger names it
 * @param plays one for each group of speakers that starts together; at least one
 * @throws IllegalArgumentException if nothing is played
 */
record Entry(CueId cue, LocalDate date, PlannedAiring what, List<PlannedPlay> plays) {
  static final Comparator<Entry> BY_START =
      Comparator.comparing((Entry entry) -> entry.what().start())
          .thenComparing(entry -> entry.airing().value());

  Entry {
    plays = List.copyOf(plays);
    if (plays.isEmpty()) {
      throw new IllegalArgumentException("An airing in a plan is played somewhere.");
    }
  }

  AiringId airing() {
    return what.id();
  }

  /** The last instant at which it may begin anywhere. */
  Instant latestStart() {
    return plays.stream()
        .map(play -> play.play().latestStart())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** True if it may have begun: from then on it stays in its plan as it is. */
  boolean isDue(Instant now) {
    return !what.start().isAfter(now);
  }
}

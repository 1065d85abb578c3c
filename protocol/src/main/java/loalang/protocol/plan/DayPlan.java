// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;

/**
 * Everything that is planned for one day. A later edition takes the place of an earlier one whole:
 * an airing that is not in it any more and has not begun is withdrawn.
 *
 * @param date the day, as the commune's calendar has it
 * @param edition 1 or more; grows whenever the plan of this day changes
 * @param plays at most {@value #MOST_PLAYS}, in the order of their starts; an airing stands once
 *     for each zone, so that neighbours may start a little later than the others
 * @throws IllegalArgumentException if a value is out of range
 */
public record DayPlan(LocalDate date, long edition, List<PlannedPlay> plays) {
  /** A clip every 43 seconds, day and night: more than any commune airs. */
  public static final int MOST_PLAYS = 2_000;

  public DayPlan {
    plays = List.copyOf(plays);
    if (edition < 1) {
      throw new IllegalArgumentException("Editions count from 1, was " + edition);
    }
    if (plays.size() > MOST_PLAYS) {
      throw new IllegalArgumentException(
          "A day holds at most %d airings, was %d.".formatted(MOST_PLAYS, plays.size()));
    }
    requireEachOnceInOrder(plays);
  }

  private static void requireEachOnceInOrder(List<PlannedPlay> plays) {
    Map<AiringId, Set<PagingZone>> seen = new HashMap<>();
    for (int i = 0; i < plays.size(); i++) {
      AiringId airing = plays.get(i).play().airing();
      Set<PagingZone> there = seen.computeIfAbsent(airing, any -> new HashSet<>());
      if (!Collections.disjoint(there, plays.get(i).zones())) {
        throw new IllegalArgumentException(
            "An airing stands once for each zone, %s stands twice.".formatted(airing));
      }
      there.addAll(plays.get(i).zones());
      if (i > 0 && plays.get(i).play().startAt().isBefore(plays.get(i - 1).play().startAt())) {
        throw new IllegalArgumentException("A plan is in the order of its starts.");
      }
    }
  }
}

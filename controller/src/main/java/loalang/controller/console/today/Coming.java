// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.plans.Readiness;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.rundown.PlannedItem;

/**
 * Something that comes.
 *
 * @param start when
 * @param title as listed
 * @param zones where
 * @param priority how urgent
 * @param ready who is ready for it; empty if it stands in no plan that was sent
 */
public record Coming(
    Instant start,
    String title,
    Set<PagingZone> zones,
    Priority priority,
    Optional<Readiness> ready) {
  private static final Comparator<Coming> BY_START =
      Comparator.comparing(Coming::start).thenComparing(Coming::title);

  public Coming {
    zones = Set.copyOf(zones);
  }

  /**
   * What comes next, earliest first: the rest of the day as it is planned, then what was sent for
   * the days after it.
   *
   * @param items of the day
   * @param plans of the coming hours
   * @param now the present instant
   * @param dayEnd the first instant of tomorrow
   */
  static List<Coming> of(
      List<PlannedItem> items, List<Readiness> plans, Instant now, Instant dayEnd) {
    List<Coming> coming = new ArrayList<>();
    for (PlannedItem item : items) {
      if (item.cue().start().isAfter(now)) {
        Optional<Readiness> plan = plans.stream().filter(one -> isAbout(one, item)).findFirst();
        coming.add(
            new Coming(
                item.cue().start(),
                plan.map(one -> one.airing().title()).orElse(item.title()),
                item.cue().zones(),
                item.cue().priority(),
                plan));
      }
    }
    for (Readiness plan : plans) {
      if (!plan.airing().start().isBefore(dayEnd)) {
        coming.add(
            new Coming(
                plan.airing().start(),
                plan.airing().title(),
                plan.airing().zones(),
                plan.airing().priority(),
                Optional.of(plan)));
      }
    }
    coming.sort(BY_START);
    return List.copyOf(coming);
  }

  private static boolean isAbout(Readiness plan, PlannedItem item) {
    return plan.airing().start().equals(item.cue().start())
        && plan.airing().notice().equals(item.cue().announcement())
        && plan.airing().zones().equals(item.cue().zones());
  }
}

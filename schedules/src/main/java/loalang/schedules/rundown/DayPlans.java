// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rundowns of one timetable, each day worked out once and kept. Always gives the same answer;
 * any thread.
 */
public final class DayPlans {
  private final Timetable timetable;
  private final PlanningRules rules;
  private final RundownPlanner planner;
  private final Map<LocalDate, Rundown> days = new ConcurrentHashMap<>();

  /** The days of this timetable; none is worked out before it is asked for. */
  public DayPlans(Timetable timetable, PlanningRules rules) {
    this.timetable = timetable;
    this.rules = rules;
    this.planner = new RundownPlanner(timetable, rules);
  }

  /** What the days are made of. */
  public Timetable timetable() {
    return timetable;
  }

  /** What holds for them. */
  public PlanningRules rules() {
    return rules;
  }

  /** The rundown of one day. */
  public Rundown day(LocalDate date) {
    return days.computeIfAbsent(date, planner::day);
  }

  /** What starts in a window, with the conflicts of the days it touches. */
  public Rundown starting(Window window) {
    List<PlannedItem> items = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (LocalDate date : days(window)) {
      Rundown day = day(date);
      day.items().stream().filter(item -> window.holds(item.cue().start())).forEach(items::add);
      conflicts.addAll(day.conflicts());
    }
    return new Rundown(items, conflicts);
  }

  private List<LocalDate> days(Window window) {
    ZoneId zone = rules.quiet().zone();
    Instant last = window.until().minus(Duration.ofNanos(1));
    LocalDate end = LocalDate.ofInstant(last, zone);
    LocalDate begin = LocalDate.ofInstant(window.from(), zone);
    // One day earlier, because what waits for a free moment may slip over midnight.
    return begin.isAfter(end) ? List.of() : begin.minusDays(1).datesUntil(end.plusDays(1)).toList();
  }

  /** Forgets days that are long past. */
  public void forgetBefore(LocalDate date) {
    days.keySet().removeIf(day -> day.isBefore(date));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import loalang.schedules.release.Held;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Wanted;

/**
 * The rundowns of one timetable, each day worked out once and kept. Always gives the same answer;
 * any thread.
 */
public final class DayPlans {
  private final Timetable timetable;
  private final PlanningRules rules;
  private final RundownPlanner planner;
  private final Map<LocalDate, Rundown> days = new ConcurrentHashMap<>();
  private final Map<LocalDate, Peace> peace = new ConcurrentHashMap<>();

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
    return new Rundown(itemsStarting(window), conflicts(window));
  }

  /** What starts in a window, earliest first. */
  public List<PlannedItem> itemsStarting(Window window) {
    List<PlannedItem> items = new ArrayList<>();
    for (LocalDate date : days(window)) {
      List<PlannedItem> day = day(date).items();
      for (int i = firstFrom(day, window.from()); i < day.size(); i++) {
        if (!day.get(i).cue().start().isBefore(window.until())) {
          break;
        }
        items.add(day.get(i));
      }
    }
    items.sort(Rundown.ORDER);
    return items;
  }

  /** The conflicts of the days a window touches. */
  public List<Conflict> conflicts(Window window) {
    // The day before, which is looked at for what slips over midnight, is not touched.
    return days(window).stream().skip(1).flatMap(date -> day(date).conflicts().stream()).toList();
  }

  /** Where in an ordered day the first item stands that does not start before an instant. */
  private static int firstFrom(List<PlannedItem> day, Instant instant) {
    int low = 0;
    int high = day.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day.get(middle).cue().start().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The rule that holds a single airing back, if one does and nobody has released it from it.
   *
   * @param item as it would be planned
   * @param begin when it would really begin
   * @param others other single airings, whose sound counts too
   */
  public Optional<Held> holding(
      PlannedItem item, Instant begin, Supplier<List<PlannedItem>> others) {
    return new SingleAiring(this, item, begin).hold(others);
  }

  /** Why this cue must not begin at this instant in any of its clusters, by a time of peace. */
  public Optional<Problem> peaceEverywhere(Cue cue, Instant begin, String what) {
    if (timetable.doNotPlay().isEmpty() || cue.terms().isFreedFrom(Hold.DO_NOT_PLAY)) {
      return Optional.empty();
    }
    return SingleAiring.peaceEverywhere(timetable, peaceAt(begin), cue, begin)
        .map(peace -> Peace.problem(peace, what));
  }

  /** What else holds for a single airing. */
  public CueTerms terms(Wanted what, Priority priority) {
    if (timetable.releases().isEmpty() && timetable.echo().isEmpty()) {
      return CueTerms.NONE;
    }
    return new CueTerms(
        timetable.releasesOf(what),
        List.of(),
        planner.delays(timetable.zones().clustersOf(what.zones()), priority),
        null);
  }

  /** The times of peace around an instant, worked out once a day. */
  Peace peaceAt(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, rules.quiet().zone());
    return peace.computeIfAbsent(date, planner::peace);
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
    peace.keySet().removeIf(day -> day.isBefore(date));
  }
}

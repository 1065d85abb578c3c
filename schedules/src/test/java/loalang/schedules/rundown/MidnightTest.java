// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import loalang.schedules.Cue;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What begins before midnight and ends after it; days of 23 and 25 hours; the leap day. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MidnightTest {
  private static final String LONG = "lasts: 15m";

  @ParameterizedTest(name = "15 min from {0}, 3 min from {1} the next day: heard {2}")
  @CsvSource({
    "23:40, 00:05, 23:40 00:05",
    "23:50, 00:05, 23:50 00:05",
    "23:55, 00:05, 23:55 00:10",
    "23:59, 00:00, 23:59 00:14",
    "23:59, 00:14, 23:59 00:14",
  })
  void what_began_before_midnight_keeps_its_place_after_it(
      String evening, String night, String heard) {
    Timetable timetable =
        Plans.timetable(fifteenMinutes("toi", evening), Plans.daily("dem", night, ""));
    DayPlans plans = new DayPlans(timetable, Plans.awakeAtMidnight());

    Rundown around =
        plans.starting(
            new Window(Plans.vietnam("2026-11-23T12:00"), Plans.vietnam("2026-11-24T12:00")));

    assertEquals(heard, times(around, Plans.VIETNAM));
  }

  @Test
  void an_emergency_after_midnight_is_not_moved_and_the_evening_gives_way() {
    Timetable timetable =
        Plans.timetable(
            fifteenMinutes("toi", "23:55"), Plans.daily("lu", "00:05", "priority: emergency"));
    DayPlans plans = new DayPlans(timetable, Plans.awakeAtMidnight());

    Rundown around =
        plans.starting(
            new Window(Plans.vietnam("2026-11-23T12:00"), Plans.vietnam("2026-11-24T12:00")));

    assertEquals("00:05 00:08", times(around, Plans.VIETNAM));
    assertEquals("tin-lu", around.cues().get(0).announcement().value());
  }

  @Test
  void nights_that_each_reach_into_the_next_are_planned_alike_whichever_day_is_asked_first() {
    Timetable timetable =
        Plans.timetable(fifteenMinutes("toi", "23:55"), Plans.daily("dem", "00:05", ""));
    PlanningRules rules = Plans.awakeAtMidnight();
    LocalDate monday = LocalDate.of(2026, 11, 23);
    DayPlans forward = new DayPlans(timetable, rules);
    DayPlans backward = new DayPlans(timetable, rules);

    for (int i = 0; i < 4; i++) {
      forward.day(monday.plusDays(i));
      backward.day(monday.plusDays(3 - i));
    }

    for (int i = 0; i < 4; i++) {
      assertEquals(forward.day(monday.plusDays(i)), backward.day(monday.plusDays(i)));
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    // The day of 23 hours: 03:00 comes a minute after 01:59, and 02:30 is heard at 03:30.
    "2026-03-29, 01:59 02:30 03:00, 01:59 03:02 03:30",
    // The day of 25 hours: 02:30 comes twice and is heard the first time.
    "2026-10-25, 01:59 02:30 03:00, 01:59 02:30 03:00",
    "2026-06-01, 01:59 02:30 03:00, 01:59 02:30 03:00",
  })
  void days_of_23_and_25_hours_lose_and_double_nothing(String date, String asked, String heard) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    String[] sheets = new String[3];
    for (int i = 0; i < 3; i++) {
      String time = asked.split(" ", -1)[i];
      sheets[i] = "time-zone: Europe/Berlin\n" + Plans.daily("p" + i, time, "");
    }
    PlanningRules rules =
        Plans.rules(new QuietHours(LocalTime.of(22, 0), LocalTime.of(23, 0), berlin));

    assertEquals(heard, times(Plans.day(Plans.timetable(sheets), rules, date), berlin));
  }

  @ParameterizedTest(name = "{0}: {1} items")
  @CsvSource({"2028-02-28, 1", "2028-02-29, 1", "2028-03-01, 0", "2027-03-01, 0"})
  void the_leap_day_is_a_day(String date, int items) {
    String sheet = Plans.daily("tin", "06:00", "first-day: 2027-02-28\n    last-day: 2028-02-29");

    assertEquals(
        date.startsWith("2027") ? 1 : items,
        Plans.day(Plans.timetable(sheet), Plans.rules(), date).items().size());
  }

  @Test
  void a_window_over_midnight_has_both_days() {
    Timetable timetable = Plans.timetable(fifteenMinutes("toi", "23:55"));
    DayPlans plans = new DayPlans(timetable, Plans.awakeAtMidnight());
    Instant at = Plans.vietnam("2026-11-24T00:05");

    List<PlannedItem> items = plans.itemsStarting(new Window(at.minus(Duration.ofHours(3)), at));

    assertEquals(1, items.size());
    assertEquals(Plans.vietnam("2026-11-24T00:10"), items.get(0).end());
  }

  private static String fifteenMinutes(String id, String time) {
    String sheet =
        Plans.daily(id, time, "")
            .replace("announcement: tin-" + id, "items: [{announcement: tin-%s, %s}]");
    return sheet.formatted(id, LONG);
  }

  private static String times(Rundown rundown, ZoneId zone) {
    return String.join(
        " ",
        rundown.cues().stream()
            .map(Cue::start)
            .map(start -> start.atZone(zone).toLocalTime().toString())
            .toList());
  }
}

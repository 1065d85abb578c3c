// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mourning, exams, a funeral, a school, a hospital; and years whose holidays nobody knows. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeaceTest {
  private static final String VILLAGE =
      """
      zones: [{zone: thon-1, in: xa}, {zone: cum-truong, in: xa}, {zone: cum-benh-vien, in: xa}]
      do-not-play:
        - {id: quoc-tang, title: Quốc tang, first-day: 2026-07-25, last-day: 2026-07-26,
           lets-through: priority}
        - {id: ky-thi, title: Thi tốt nghiệp, first-day: 2026-06-11, last-day: 2026-06-12,
           from: "06:30", until: "17:30", zones: cum-truong}
        - {id: tang-le, title: Tang lễ, first-day: 2026-06-15, last-day: 2026-06-15,
           from: "05:00", until: "09:00", zones: thon-1}
        - {id: gio-hoc, title: Giờ học, days: weekdays, holidays: skip, except: 2026-06-16,
           from: "07:00", until: "11:30", zones: cum-truong}
        - {id: benh-vien, title: Giờ nghỉ trưa, from: "11:30", until: "13:30",
           zones: cum-benh-vien}
      """;

  @ParameterizedTest(name = "{0} at {1}, {2}: not in {3}")
  @CsvSource({
    "2026-07-25, 08:00, routine, cum-benh-vien cum-truong thon-1",
    "2026-07-26, 20:00, routine, cum-benh-vien cum-truong thon-1",
    "2026-07-25, 08:00, priority, ''",
    "2026-07-27, 06:00, routine, ''",
    "2026-06-11, 06:29, routine, cum-truong",
    "2026-06-11, 06:26, routine, ''",
    "2026-06-12, 17:29, priority, cum-truong",
    "2026-06-12, 17:30, priority, ''",
    "2026-06-12, 17:29, emergency, ''",
    "2026-06-15, 08:59, routine, cum-truong thon-1",
    "2026-06-15, 05:57, routine, thon-1",
    "2026-06-16, 08:00, routine, ''",
    "2026-06-17, 08:00, routine, cum-truong",
    "2026-06-20, 08:00, routine, ''",
    "2026-09-02, 08:00, routine, ''",
    "2026-06-20, 11:28, routine, cum-benh-vien",
    "2026-06-20, 13:30, routine, ''",
  })
  void left_in_peace(String date, String time, String priority, String zones) {
    Rundown day =
        Plans.day(
            Plans.timetable(VILLAGE, everywhere(time, "priority: " + priority)),
            Plans.rules(),
            date);

    String silent =
        String.join(
            " ",
            day.conflicts().stream()
                .filter(c -> c.outcome() == Conflict.Outcome.NEEDS_SECOND_PERSON)
                .flatMap(c -> Plans.timetable(VILLAGE).zones().clustersOf(c.zones()).stream())
                .map(zone -> zone.value())
                .sorted()
                .distinct()
                .toList());

    assertEquals(zones, silent);
  }

  @ParameterizedTest(name = "{0}, holidays: {1}: {2}")
  @CsvSource({
    "2035-09-02, skip, NOT_HEARD RUNDOWN_HOLIDAY tin",
    "2035-09-03, skip, ''",
    "2036-09-02, skip, UNCHECKED HOLIDAYS_UNKNOWN tin",
    "2036-09-02, only, 'NOT_HEARD RUNDOWN_HOLIDAY tin, UNCHECKED HOLIDAYS_UNKNOWN tin'",
    "2036-09-02, play, ''",
  })
  void a_year_without_known_holidays_is_said_aloud(String date, String rule, String conflicts) {
    Rundown day =
        Plans.day(
            Plans.timetable(
                everywhere("08:00", "holidays: " + rule).replace("zones: xa", "zones: a")),
            Plans.rules(),
            date);

    assertEquals(conflicts.isEmpty() ? 0 : conflicts.split(", ").length, day.conflicts().size());
    for (String expected : conflicts.split(", ", -1)) {
      assertEquals(true, Plans.conflicts(day).contains(expected), Plans.conflicts(day));
    }
    assertEquals(conflicts.isEmpty() ? 0 : day.conflicts().size(), day.problems().size());
  }

  @ParameterizedTest(name = "{0}, a time of peace with holidays: {1}: \"{2}\"")
  @CsvSource({
    "2035-09-02, only, NEEDS_SECOND_PERSON RUNDOWN_DO_NOT_PLAY tin",
    "2036-09-02, only, UNCHECKED HOLIDAYS_UNKNOWN le",
    "2036-09-02, skip, 'UNCHECKED HOLIDAYS_UNKNOWN le,"
        + " NEEDS_SECOND_PERSON RUNDOWN_DO_NOT_PLAY tin'",
    "2036-09-02, play, NEEDS_SECOND_PERSON RUNDOWN_DO_NOT_PLAY tin",
  })
  void a_time_of_peace_that_depends_on_unknown_holidays_is_said_aloud(
      String date, String rule, String conflicts) {
    String peace =
        "do-not-play: [{id: le, title: Yên tĩnh, zones: thon-1, holidays: %s}]".formatted(rule);

    Rundown day =
        Plans.day(Plans.timetable(Plans.daily("tin", "08:00", ""), peace), Plans.rules(), date);

    assertEquals(conflicts, Plans.conflicts(day));
  }

  @Test
  void a_year_whose_holidays_the_sheet_lists_is_known() {
    StringBuilder holidays = new StringBuilder("holidays:\n");
    for (int day = 1; day <= 9; day++) {
      holidays.append("- {date: 2036-01-0%d, name: Tết}%n".formatted(day));
    }

    Timetable timetable =
        Plans.timetable(holidays.toString(), everywhere("08:00", "holidays: skip"));

    assertEquals("", Plans.conflicts(Plans.day(timetable, Plans.rules(), "2036-09-02")));
    assertEquals(
        "NOT_HEARD RUNDOWN_HOLIDAY tin",
        Plans.conflicts(Plans.day(timetable, Plans.rules(), "2036-01-09")));
  }

  private static String everywhere(String time, String more) {
    return Plans.daily("tin", time, more).replace("zones: thon-1", "zones: xa");
  }
}

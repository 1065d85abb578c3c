// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import loalang.protocol.Priority;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoNotPlayTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest(name = "school 07:00–11:30 on weekdays; {0} for {1} min: forbidden {2}")
  @CsvSource({
    "2026-11-23T06:59, 1, false",
    "2026-11-23T06:59, 2, true",
    "2026-11-23T07:00, 1, true",
    "2026-11-23T11:29, 1, true",
    "2026-11-23T11:30, 1, false",
    "2026-11-28T08:00, 1, false",
  })
  void school_hours_are_left_in_peace(String start, int minutes, boolean forbidden) {
    DoNotPlay school = window(Priority.EMERGENCY, LocalTime.of(7, 0), LocalTime.of(11, 30));

    assertEquals(forbidden, forbids(school, Priority.ROUTINE, start, minutes));
  }

  @ParameterizedTest(name = "mourning on Wednesday; {0} for {1} min: forbidden {2}")
  @CsvSource({
    "2026-11-24T23:59, 1, false",
    "2026-11-24T23:59, 2, true",
    "2026-11-25T00:00, 1, true",
    "2026-11-25T23:59, 1, true",
    "2026-11-26T00:00, 1, false",
  })
  void a_day_of_mourning_lasts_from_midnight_to_midnight(
      String start, int minutes, boolean forbidden) {
    LocalDate day = LocalDate.of(2026, 11, 25);
    Season mourning =
        new Season(
            VIETNAM, new DateSpan(day, day), Set.of(DayOfWeek.values()), Season.HolidayRule.PLAY);
    DoNotPlay window =
        new DoNotPlay(
            "quoc-tang",
            "Quốc tang",
            mourning,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            Set.of(),
            Priority.PRIORITY);

    assertEquals(forbidden, forbids(window, Priority.ROUTINE, start, minutes));
    assertEquals(false, forbids(window, Priority.PRIORITY, start, minutes));
  }

  @Test
  void what_is_urgent_enough_passes() {
    DoNotPlay school = window(Priority.PRIORITY, LocalTime.of(7, 0), LocalTime.of(11, 30));

    assertEquals(true, forbids(school, Priority.ROUTINE, "2026-11-23T08:00", 1));
    assertEquals(false, forbids(school, Priority.PRIORITY, "2026-11-23T08:00", 1));
    assertEquals(false, forbids(school, Priority.EMERGENCY, "2026-11-23T08:00", 1));
  }

  @Test
  void a_window_runs_forward_within_a_day() {
    assertThrows(
        IllegalArgumentException.class,
        () -> window(Priority.EMERGENCY, LocalTime.of(11, 30), LocalTime.of(7, 0)));
  }

  private static boolean forbids(DoNotPlay window, Priority priority, String start, int minutes) {
    Instant begin = LocalDateTime.parse(start).atZone(VIETNAM).toInstant();
    return window.forbids(priority, begin, begin.plus(Duration.ofMinutes(minutes)));
  }

  private static DoNotPlay window(Priority through, LocalTime from, LocalTime until) {
    Season weekdays =
        new Season(
            VIETNAM,
            DateSpan.ALWAYS,
            Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            Season.HolidayRule.SKIP);
    return new DoNotPlay("truong", "Giờ học", weekdays, from, until, Set.of(), through);
  }
}

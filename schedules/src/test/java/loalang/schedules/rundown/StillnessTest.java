// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.List;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** When a village is meant to be silent, and why. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StillnessTest {
  private static final String FUNERAL =
      """
      holidays: [{date: 2026-09-03, name: Nghỉ bù}]
      do-not-play:
        - {id: tang-le, title: Tang lễ, first-day: 2026-09-02, last-day: 2026-09-02,
           from: "05:00", until: "09:00", zones: thon-1}
      """;

  @Test
  void a_day_has_its_nights_its_holiday_and_its_funeral() {
    DayPlans plans = new DayPlans(Plans.timetable(FUNERAL), Plans.rules());

    List<Stillness> day = Stillness.in(window("2026-09-02", "2026-09-03"), plans);

    assertEquals(
        List.of(
            "QUIET_HOURS  2026-09-01T14:00:00Z 2026-09-01T22:30:00Z []",
            "HOLIDAY Quốc khánh 2026-09-01T17:00:00Z 2026-09-02T17:00:00Z []",
            "DO_NOT_PLAY Tang lễ 2026-09-01T22:00:00Z 2026-09-02T02:00:00Z [thon-1]",
            "QUIET_HOURS  2026-09-02T14:00:00Z 2026-09-02T22:30:00Z []"),
        shown(day));
  }

  @Test
  void the_commune_adds_holidays_of_its_own() {
    DayPlans plans = new DayPlans(Plans.timetable(FUNERAL), Plans.rules());

    List<Stillness> day = Stillness.in(window("2026-09-03", "2026-09-04"), plans);

    assertEquals("Nghỉ bù", day.get(1).title());
  }

  @Test
  void quiet_hours_at_noon_do_not_reach_into_the_next_day() {
    QuietHours noon = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0), Plans.VIETNAM);
    DayPlans plans = new DayPlans(Timetable.EMPTY, Plans.rules(noon));

    List<Stillness> day = Stillness.in(window("2026-06-10", "2026-06-11"), plans);

    assertEquals(List.of("QUIET_HOURS  2026-06-10T04:30:00Z 2026-06-10T06:00:00Z []"), shown(day));
  }

  private static Window window(String first, String after) {
    return new Window(Plans.vietnam(first + "T00:00"), Plans.vietnam(after + "T00:00"));
  }

  private static List<String> shown(List<Stillness> day) {
    return day.stream()
        .map(
            still ->
                "%s %s %s %s %s"
                    .formatted(
                        still.kind(),
                        still.title(),
                        still.window().from(),
                        still.window().until(),
                        still.zones()))
        .toList();
  }
}

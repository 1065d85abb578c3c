// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import loalang.schedules.Cue;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.zones.ZoneTree;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RundownPlannerTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest(name = "{0} in the week from Monday 23 November 2026: days {1}")
  @CsvSource({
    "daily, 23 24 25 26 27 28 29",
    "weekdays, 23 24 25 26 27",
    "weekend, 28 29",
    "t2, 23",
    "cn, 29",
    "mon, 23",
    "sun, 29",
  })
  void a_slot_falls_on_its_weekdays(String days, String expected) {
    List<Cue> cues = plan(programme("05:30", days), "2026-11-23T00:00", Duration.ofDays(7)).cues();

    assertEquals(
        expected,
        String.join(
            " ",
            cues.stream()
                .map(cue -> String.valueOf(cue.start().atZone(VIETNAM).getDayOfMonth()))
                .toList()));
  }

  @Test
  void a_window_holds_its_first_instant_and_not_its_last_end() {
    Programme morning = programme("05:30", "daily");

    assertEquals(1, plan(morning, "2026-11-23T05:30", Duration.ofNanos(1)).cues().size());
    assertEquals(
        0, plan(morning, "2026-11-22T05:30:01", Duration.ofDays(1).minusSeconds(1)).cues().size());
  }

  @Test
  void the_order_of_the_programmes_does_not_matter() {
    List<Programme> programmes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      programmes.add(programme("0" + (3 + i) + ":00", "daily", "p" + i));
    }
    Window week = Window.of(vietnam("2026-11-23T00:00"), Duration.ofDays(7));
    Rundown first = plan(programmes, QuietHours.USUAL, week);

    Collections.reverse(programmes);

    assertEquals(first, plan(programmes, QuietHours.USUAL, week));
    assertEquals(3, first.problems().size());
  }

  @Test
  void an_emergency_programme_may_stand_in_quiet_hours() {
    String test = "priority: emergency\n    zones";
    Programme siren =
        ProgrammeFile.read(yaml("03:00", "daily", "coi").replace("zones", test))
            .programmes()
            .get(0);

    assertEquals(1, plan(siren, "2026-11-23T00:00", Duration.ofDays(1)).cues().size());
  }

  @ParameterizedTest(name = "{0} {1} in {2} is {3}")
  @CsvSource({
    // An hour that does not exist is played an hour later, one that comes twice is played once.
    "2026-03-29, 02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
    "2026-10-25, 02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
    "2026-10-25, 12:00, Asia/Ho_Chi_Minh, 2026-10-25T05:00:00Z",
  })
  void summer_time_elsewhere_neither_loses_nor_doubles_a_slot(
      String date, String time, String zone, String expected) {
    Programme programme =
        ProgrammeFile.read("time-zone: %s\n%s".formatted(zone, yaml(time, "daily", "p")))
            .programmes()
            .get(0);
    QuietHours never = new QuietHours(LocalTime.of(23, 58), LocalTime.of(23, 59), ZoneId.of(zone));
    Instant midnight = LocalDate.parse(date).atStartOfDay(ZoneId.of(zone)).toInstant();

    Rundown rundown = plan(List.of(programme), never, Window.of(midnight, Duration.ofHours(23)));

    assertEquals(
        List.of(Instant.parse(expected)), rundown.cues().stream().map(Cue::start).toList());
  }

  @Test
  void a_window_runs_forward() {
    Instant now = vietnam("2026-11-23T00:00");

    assertThrows(IllegalArgumentException.class, () -> new Window(now, now.minusNanos(1)));
  }

  private static Rundown plan(Programme programme, String from, Duration length) {
    return plan(List.of(programme), QuietHours.USUAL, Window.of(vietnam(from), length));
  }

  private static Rundown plan(List<Programme> programmes, QuietHours quiet, Window window) {
    ProgrammeSheet sheet =
        new ProgrammeSheet(programmes, List.of(), List.of(), List.of(), ZoneTree.NONE);
    return new DayPlans(Timetable.EMPTY.with(sheet), PlanningRules.usual(quiet)).starting(window);
  }

  private static Programme programme(String time, String days) {
    return programme(time, days, "sang");
  }

  private static Programme programme(String time, String days, String id) {
    return ProgrammeFile.read(yaml(time, days, id)).programmes().get(0);
  }

  private static String yaml(String time, String days, String id) {
    return """
        programmes:
          - id: %s
            title: Chương trình
            zones: thon-1
            slots:
              - {id: tin, at: "%s", days: %s, announcement: tin-xa}
        """
        .formatted(id, time, days);
  }

  private static Instant vietnam(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(VIETNAM).toInstant();
  }
}

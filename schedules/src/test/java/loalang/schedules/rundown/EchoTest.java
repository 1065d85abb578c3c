// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.release.Wanted;
import loalang.schedules.zones.ZoneTree;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neighbouring clusters start one after the other, and still hear one thing at a time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EchoTest {
  private static final String ROAD =
      """
      zones: [{zone: cum-1, in: xa}, {zone: cum-2, in: xa}, {zone: cum-3, in: xa}]
      echo: [{id: duong, clusters: [cum-1, cum-2, cum-3], step: 1000 ms}]
      """;

  @Test
  void each_cluster_starts_a_step_after_the_one_before_and_the_rundown_says_why() {
    Rundown day = plan(item("tin", "06:00", "zones: xa"));

    List<EchoDelay> delays = day.cues().get(0).terms().delays();
    assertEquals(
        List.of(
            "1000 ms later, by echo chain \"duong\" [cum-2]",
            "2000 ms later, by echo chain \"duong\" [cum-3]"),
        delays.stream().map(delay -> delay.why() + " " + delay.clusters()).toList());
    assertEquals("06:00 tin-tin [xa]", Plans.heard(day));
    assertEquals(Plans.vietnam("2026-11-23T06:03:02"), day.items().get(0).lastEnd());
  }

  @Test
  void items_that_follow_each_other_do_so_on_every_cluster() {
    Rundown day = plan(item("tin", "06:00", "zones: xa"), item("sau", "06:03", "zones: xa"));

    assertEquals("06:00 tin-tin [xa], 06:03 tin-sau [xa]", Plans.heard(day));
    assertEquals("", Plans.conflicts(day));
  }

  @Test
  void an_emergency_is_not_delayed_and_what_comes_before_it_ends_in_time_on_every_cluster() {
    Rundown day =
        plan(
            item("tin", "05:57", "zones: xa"),
            item("lu", "06:00", "priority: emergency\n    zones: xa"));

    assertTrue(day.cues().stream().allMatch(cue -> cue.zones().size() > 0));
    assertEquals("06:00 tin-lu [xa], 06:03 tin-tin [xa]", Plans.heard(day));
    assertEquals(List.of(), day.cues().get(0).terms().delays());
  }

  @Test
  void the_last_cluster_too_is_silent_before_quiet_hours_begin() {
    assertEquals("20:56:58 tin-tin [xa]", Plans.heard(plan(item("tin", "20:56:58", "zones: xa"))));
    assertEquals(
        "NEEDS_SECOND_PERSON RUNDOWN_QUIET_HOURS tin",
        Plans.conflicts(plan(item("tin", "20:56:59", "zones: xa"))));
  }

  @ParameterizedTest(name = "{0} sounds at {1}: {2}")
  @CsvSource({
    "cum-1, 06:00:00, true",
    "cum-3, 06:00:01, false",
    "cum-3, 06:00:02, true",
    "cum-1, 06:03:00, false",
    "cum-3, 06:03:01, true",
    "cum-3, 06:03:02, false",
    "xa, 06:03:01, true",
  })
  void what_sounds_here_knows_the_delay_of_each_cluster(String zone, String time, boolean sounds) {
    Timetable timetable = Plans.timetable(ROAD, item("tin", "06:00", "zones: xa"));
    ZoneTree tree = timetable.zones();
    Rundown day = Plans.day(timetable, Plans.rules(), "2026-11-23");

    assertEquals(
        sounds,
        !day.soundingAt(new PagingZone(zone), Plans.vietnam("2026-11-23T" + time), tree).isEmpty());
  }

  @Test
  void a_one_off_is_staggered_too() {
    Timetable timetable = Plans.timetable(ROAD);
    PagingZone xa = new PagingZone("xa");

    List<EchoDelay> delays =
        new DayPlans(timetable, Plans.rules())
            .terms(
                new Wanted(
                    new CueId("mot"),
                    new AnnouncementId("tin"),
                    Set.of(xa),
                    Plans.vietnam("2026-11-23T09:00")),
                Priority.ROUTINE)
            .delays();

    assertEquals(
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)),
        delays.stream().map(EchoDelay::by).toList());
  }

  private static Rundown plan(String... items) {
    Timetable timetable = Plans.timetable(ROAD);
    for (String item : items) {
      timetable = timetable.with(ProgrammeFile.read(item));
    }
    return Plans.day(timetable, Plans.rules(), "2026-11-23");
  }

  private static String item(String id, String time, String more) {
    return Plans.daily(id, time, more).replace("    zones: thon-1\n", "");
  }
}

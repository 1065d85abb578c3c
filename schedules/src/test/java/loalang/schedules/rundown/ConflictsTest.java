// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.schedules.calendar.Holidays;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.zones.ZoneTree;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two things want one minute: who gets it, and what the other is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConflictsTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String ZONES = "zones:";
  private static final String PROVINCE = "origin: province\n    zones:";
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void the_more_urgent_keeps_its_minute_and_the_other_waits_within_its_late_rule() {
    Rundown day = plan(at("tin", "routine", "06:00", "10m"), at("bao", "priority", "06:00", "0s"));

    assertEquals("06:00 bao [thon-1], 06:03 tin [thon-1]", heard(day));
    assertEquals(List.of("MOVED RUNDOWN_MOVED COMMUNE_OFFICER tin"), conflicts(day));
    assertEquals(
        Duration.ofMinutes(7), day.cues().get(1).late().grace(), "grace ends where it ended");
    assertEquals("tin--muc--20261122t230000z", day.cues().get(1).id().value());
  }

  @Test
  void what_cannot_wait_is_not_heard_and_says_whom_it_met() {
    Rundown day = plan(at("tin", "routine", "06:01", "30s"), at("bao", "priority", "06:00", "0s"));

    assertEquals("06:00 bao [thon-1]", heard(day));
    assertEquals(List.of("NOT_HEARD RUNDOWN_OVERLAP RULE tin"), conflicts(day));
    assertEquals(
        "\"tin-tin\" (Chương trình tin) meets \"tin-bao\" (Chương trình bao) there and cannot wait"
            + " so long.",
        day.conflicts().get(0).why().whatHappened());
  }

  @Test
  void between_equals_of_two_levels_the_communes_officer_decides() {
    String province = at("tinh", "priority", "06:01", "0s").replace(ZONES, PROVINCE);

    Rundown day = plan(at("xa", "priority", "06:00", "0s"), province);

    assertEquals("06:00 xa [thon-1]", heard(day));
    assertEquals(List.of("NOT_HEARD RUNDOWN_OVERLAP COMMUNE_OFFICER tinh"), conflicts(day));
  }

  @Test
  void at_the_same_minute_the_communes_own_goes_first() {
    String province = at("a-tinh", "priority", "06:00", "10m").replace(ZONES, PROVINCE);

    assertEquals(
        "06:00 xa [thon-1], 06:03 a-tinh [thon-1]",
        heard(plan(province, at("xa", "priority", "06:00", "10m"))));
  }

  @Test
  void where_the_minute_is_free_it_is_used() {
    String wide =
        at("tin", "routine", "06:00", "0s").replace("zones: thon-1", "zones: [thon-1, thon-2]");

    Rundown day = plan(wide, at("bao", "priority", "06:00", "0s"));

    assertEquals("06:00 bao [thon-1], 06:00 tin [thon-2]", heard(day));
    assertEquals(List.of(new PagingZone("thon-1")), List.copyOf(day.conflicts().get(0).zones()));
  }

  @Test
  void an_emergency_is_never_moved_and_needs_no_free_minute_of_the_day() {
    Rundown day = plan(at("tin", "routine", "06:00", "10m"), at("lu", "emergency", "03:00", "0s"));

    assertEquals("03:00 lu [thon-1], 06:00 tin [thon-1]", heard(day));
  }

  @Test
  void what_would_wait_into_quiet_hours_is_not_heard() {
    Rundown day = plan(at("tin", "routine", "20:56", "10m"), at("bao", "priority", "20:55", "0s"));

    assertEquals("20:55 bao [thon-1]", heard(day));
    assertEquals(List.of("NOT_HEARD RUNDOWN_OVERLAP RULE tin"), conflicts(day));
  }

  @Test
  void what_would_still_sound_when_quiet_hours_begin_is_not_heard() {
    Rundown day = plan(at("tin", "routine", "20:58", "10m"));

    assertEquals("", heard(day));
    assertEquals(List.of("NEEDS_SECOND_PERSON RUNDOWN_QUIET_HOURS APPROVER tin"), conflicts(day));
    assertEquals(
        "Start it earlier, so that it ends by 21:00, or have a second person release it.",
        day.conflicts().get(0).why().nextStep());
  }

  @ParameterizedTest(name = "at most {0} sessions a day: heard {1}")
  @CsvSource({"1, a", "2, a b", "3, a b c"})
  void a_village_hears_so_many_sessions_a_day(int most, String heard) {
    PlanningRules.Limits limits =
        new PlanningRules.Limits(Duration.ofHours(1), most, Duration.ofHours(3));

    Rundown day =
        plan(
            limits,
            at("a", "routine", "06:00", "0s"),
            at("b", "routine", "11:00", "0s"),
            at("c", "routine", "17:00", "0s"));

    assertEquals(heard, titles(day));
    assertEquals(
        3 - most,
        day.problems().stream().filter(p -> p.code().equals("RUNDOWN_SESSIONS_LIMIT")).count());
  }

  @Test
  void a_village_hears_so_many_minutes_a_day_and_the_urgent_come_first() {
    PlanningRules.Limits limits =
        new PlanningRules.Limits(Duration.ofHours(1), 9, Duration.ofMinutes(6));

    Rundown day =
        plan(
            limits,
            at("a", "routine", "06:00", "0s"),
            at("b", "routine", "11:00", "0s"),
            at("c", "priority", "17:00", "0s"));

    assertEquals("a c", titles(day));
    assertEquals(List.of("NEEDS_SECOND_PERSON RUNDOWN_MINUTES_LIMIT APPROVER b"), conflicts(day));
  }

  @Test
  void a_session_over_its_length_drops_its_last_items_with_a_reason() {
    PlanningRules.Limits limits =
        new PlanningRules.Limits(Duration.ofMinutes(5), 9, Duration.ofHours(3));
    String session =
        at("sang", "routine", "06:00", "0s")
            .replace("announcement: tin-sang", "items: [tin-1, tin-2]");

    Rundown day = plan(limits, session);

    assertEquals("tin-1", day.cues().get(0).announcement().value());
    assertEquals(1, day.cues().size());
    assertEquals("RUNDOWN_SESSION_FULL", day.problems().get(0).code());
  }

  @Test
  void a_campaign_for_a_session_that_does_not_happen_says_so() {
    Rundown day = plan(at("sang", "routine", "06:00", "0s"), campaign("buoi-khac", "thon-1"));

    assertEquals(
        List.of("NOT_HEARD CAMPAIGN_NO_SESSION COMMUNE_OFFICER chien-dich"), conflicts(day));
  }

  @Test
  void a_campaign_and_a_session_without_a_common_zone_say_so() {
    Rundown day = plan(at("sang", "routine", "06:00", "0s"), campaign("sang", "thon-9"));

    assertEquals(
        List.of("NOT_HEARD CAMPAIGN_NO_COMMON_ZONE COMMUNE_OFFICER chien-dich"), conflicts(day));
  }

  @Test
  void a_slot_that_keeps_off_holidays_says_so_on_a_holiday() {
    String working =
        at("sang", "routine", "06:00", "0s").replace(ZONES, "holidays: skip\n    zones:");
    RundownPlanner planner = planner(PlanningRules.Limits.USUAL, List.of(working));

    assertEquals("sang", titles(planner.day(LocalDate.of(2026, 9, 1))));
    assertEquals(
        List.of("NOT_HEARD RUNDOWN_HOLIDAY COMMUNE_OFFICER sang"),
        conflicts(planner.day(LocalDate.of(2026, 9, 2))));
  }

  @Test
  void what_sounds_here_at_this_minute_is_known_by_zone() {
    Rundown day = plan(at("tin", "routine", "05:40", "0s"));
    ZoneTree tree = ZoneTree.NONE;

    assertEquals(1, day.soundingAt(new PagingZone("thon-1"), at("05:41"), tree).size());
    assertEquals(1, day.soundingAt(new PagingZone("thon-1"), at("05:40"), tree).size());
    assertEquals(0, day.soundingAt(new PagingZone("thon-1"), at("05:43"), tree).size());
    assertEquals(0, day.soundingAt(new PagingZone("thon-2"), at("05:41"), tree).size());
  }

  private static Instant at(String time) {
    return LocalDateTime.parse(MONDAY + "T" + time).atZone(VIETNAM).toInstant();
  }

  private static String at(String id, String priority, String time, String late) {
    return """
        programmes:
          - id: %1$s
            title: Chương trình %1$s
            priority: %2$s
            zones: thon-1
            slots:
              - {id: muc, at: "%3$s", days: daily, announcement: tin-%1$s, late: skip after %4$s}
        """
        .formatted(id, priority, time, late);
  }

  private static String campaign(String session, String zone) {
    return """
        campaigns:
          - {id: chien-dich, title: Chiến dịch, days: daily, zones: %s, announcements: tin-cd,
             sessions: %s}
        """
        .formatted(zone, session);
  }

  private static Rundown plan(String... sheets) {
    return plan(PlanningRules.Limits.USUAL, sheets);
  }

  private static Rundown plan(PlanningRules.Limits limits, String... sheets) {
    return planner(limits, List.of(sheets)).day(MONDAY);
  }

  /** Every announcement takes three minutes. */
  private static RundownPlanner planner(PlanningRules.Limits limits, List<String> sheets) {
    Timetable timetable = Timetable.EMPTY;
    for (String sheet : sheets) {
      timetable = timetable.with(ProgrammeFile.read(sheet));
    }
    Map<AnnouncementId, Duration> known = Map.of();
    return new RundownPlanner(
        timetable,
        new PlanningRules(
            QuietHours.USUAL,
            Holidays.ofVietnam(),
            limits,
            new PlanningRules.Lengths(known, Duration.ofMinutes(3))));
  }

  private static String heard(Rundown day) {
    return day.items().stream()
        .map(
            item ->
                item.cue().start().atZone(VIETNAM).toLocalTime()
                    + " "
                    + item.title().replace("Chương trình ", "")
                    + " "
                    + item.cue().zones())
        .collect(Collectors.joining(", "));
  }

  private static String titles(Rundown day) {
    return day.items().stream()
        .map(item -> item.title().replace("Chương trình ", ""))
        .collect(Collectors.joining(" "));
  }

  private static List<String> conflicts(Rundown day) {
    return day.conflicts().stream()
        .map(
            c ->
                c.outcome()
                    + " "
                    + c.why().code()
                    + " "
                    + c.decider()
                    + " "
                    + c.airing().value().replaceAll("--.*", ""))
        .toList();
  }
}

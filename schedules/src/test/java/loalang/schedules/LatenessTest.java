// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Timetable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a cue whose moment was missed: a stop, a restart, a clock that was set. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LatenessTest {
  private static final Instant HALF_PAST_FIVE = vietnam("2026-11-23T05:30");
  private static final String MORNING = "sang--tin--20261122t223000z";

  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T05:00"));
  private final Heard heard = new Heard(day);

  @ParameterizedTest(name = "planned 05:30:00 with {0} s of grace, {1} s late: may start {2}")
  @CsvSource({"0, 0, true", "0, 1, false", "60, 60, true", "60, 61, false", "600, 0, true"})
  void grace_ends_with_its_last_second(int graceSeconds, int lateSeconds, boolean allowed) {
    LateRule rule = LateRule.skipAfter(Duration.ofSeconds(graceSeconds));

    assertEquals(allowed, rule.allows(HALF_PAST_FIVE, HALF_PAST_FIVE.plusSeconds(lateSeconds)));
  }

  @Test
  void grace_is_never_negative_nor_over_a_day() {
    assertThrows(IllegalArgumentException.class, () -> LateRule.skipAfter(Duration.ofSeconds(-1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> LateRule.skipAfter(Duration.ofDays(1).plusSeconds(1)));
    assertEquals(
        Duration.ofMinutes(15),
        LateRule.playLateUntil(HALF_PAST_FIVE, vietnam("2026-11-23T05:45")).grace());
  }

  @ParameterizedTest(name = "back at {0}: heard {1}, skipped {2}")
  @CsvSource({
    "2026-11-23T05:30:00, 1, 0",
    "2026-11-23T05:40:00, 1, 0",
    "2026-11-23T05:40:01, 0, 1",
    "2026-11-23T12:00:00, 0, 1",
  })
  void a_stop_across_the_instant_plays_late_or_says_that_it_skipped(
      String back, int played, int skipped) {
    // Given
    ScheduleBook before = openBook();
    before.replace(morningAt("05:30"));
    before.start(cue -> {});
    before.close();

    // When
    day.moveTo(vietnam(back));
    try (ScheduleBook after = openBook()) {
      after.replace(morningAt("05:30"));
      after.start(heard);
    }

    // Then
    assertEquals(played, heard.cues.size());
    assertEquals(skipped, heard.skipped.size());
  }

  @Test
  void a_restart_does_not_fire_again_what_was_fired() {
    // Given
    ScheduleBook before = openBook();
    before.replace(morningAt("05:30"));
    before.start(heard);
    day.moveTo(HALF_PAST_FIVE);
    before.close();

    // When
    day.moveBy(Duration.ofSeconds(20));
    try (ScheduleBook after = openBook()) {
      after.replace(morningAt("05:30"));
      after.start(heard);
      day.moveTo(vietnam("2026-11-23T23:00"));
    }

    // Then
    assertEquals(List.of("2026-11-22T22:30:00Z " + MORNING), heard.cues);
  }

  @Test
  void a_late_cue_that_slid_into_quiet_hours_is_skipped() {
    try (ScheduleBook book = openBook()) {
      book.replace(eveningAt("20:55"));
      book.start(heard);
      day.moveTo(vietnam("2026-11-23T20:54"));

      day.setTo(vietnam("2026-11-23T21:01"));
    }

    assertEquals(List.of(), heard.cues);
    assertEquals(List.of("toi--tin--20261123t135500z RUNDOWN_QUIET_HOURS"), heard.skipped);
  }

  @Test
  void a_clock_set_back_across_a_cue_does_not_double_it() {
    try (ScheduleBook book = openBook()) {
      book.replace(morningAt("05:30"));
      book.start(heard);
      day.moveTo(vietnam("2026-11-23T05:30:01"));

      day.setTo(vietnam("2026-11-23T05:20"));
      book.replace(morningAt("05:30"));
      day.moveTo(vietnam("2026-11-23T06:00"));
    }

    assertEquals(List.of("2026-11-22T22:30:00Z " + MORNING), heard.cues);
  }

  @Test
  void a_clock_set_back_before_a_cue_does_not_lose_it() {
    try (ScheduleBook book = openBook()) {
      book.replace(morningAt("05:30"));
      book.start(heard);
      day.moveTo(vietnam("2026-11-23T05:29"));

      day.setTo(vietnam("2026-11-23T05:10"));
      day.moveTo(HALF_PAST_FIVE);
    }

    assertEquals(List.of("2026-11-22T22:30:00Z " + MORNING), heard.cues);
  }

  @Test
  void a_clock_set_forward_over_a_cue_plays_it_late_within_its_grace() {
    try (ScheduleBook book = openBook()) {
      book.replace(morningAt("05:30"));
      book.start(heard);

      day.setTo(vietnam("2026-11-23T05:33"));
    }

    assertEquals(List.of("2026-11-22T22:33:00Z " + MORNING), heard.cues);
  }

  @Test
  void an_alarm_that_rings_two_milliseconds_early_finds_no_quiet_hours() {
    BookPages pages =
        BookPages.empty(PlanningRules.usual(QuietHours.USUAL))
            .with(Timetable.EMPTY.with(morningAt("05:30")));

    List<CueDecision> decisions = pages.decide(HALF_PAST_FIVE, HALF_PAST_FIVE.minusMillis(2));

    assertEquals(1, decisions.size());
    assertEquals(CueDecision.Fire.class, decisions.get(0).getClass());
  }

  private ScheduleBook openBook() {
    return ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);
  }

  private static ProgrammeSheet eveningAt(String time) {
    return ProgrammeFile.read(
        """
        programmes:
          - id: toi
            title: Bản tin tối
            zones: thon-1
            slots:
              - {id: tin, at: "%s", days: daily, announcement: tin-toi, late: play until 21:30}
        """
            .formatted(time));
  }
}

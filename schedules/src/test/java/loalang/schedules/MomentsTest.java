// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.EVERYWHERE;
import static loalang.schedules.Village.NOTICE;
import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loalang.protocol.Priority;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The decisions around a cue: prepare, freeze, air, deadline. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MomentsTest {
  private static final Map<Moment, Duration> MOMENTS =
      Map.of(
          Moment.PREPARE, Duration.ofMinutes(30),
          Moment.FREEZE, Duration.ofMinutes(2),
          Moment.DEADLINE, Duration.ofMinutes(5));

  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T04:00"));
  private final List<String> told = new ArrayList<>();

  @Test
  void a_cue_is_prepared_frozen_aired_and_closed_each_at_its_minute() {
    try (ScheduleBook book = openBook()) {
      book.replace(morningAt("05:30"));
      book.start(listener());

      day.moveTo(vietnam("2026-11-23T12:00"));
    }

    // The deadline: ten minutes of grace, one of sound, five for the reports.
    assertEquals(List.of("05:00 PREPARE", "05:28 FREEZE", "05:30 AIR", "05:46 DEADLINE"), told);
  }

  @Test
  void what_is_planned_late_is_prepared_at_once() {
    try (ScheduleBook book = openBook()) {
      book.start(listener());
      day.moveTo(vietnam("2026-11-23T05:20"));

      book.replace(morningAt("05:30"));
      day.moveTo(vietnam("2026-11-23T05:31"));
    }

    assertEquals(List.of("05:20 PREPARE", "05:28 FREEZE", "05:30 AIR"), told);
  }

  @Test
  void now_needs_no_preparation_but_has_a_deadline() {
    day.moveTo(vietnam("2026-11-23T09:00"));
    try (ScheduleBook book = openBook()) {
      book.start(listener());

      book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.ROUTINE);
      day.moveTo(vietnam("2026-11-23T10:00"));
    }

    assertEquals(List.of("09:00 AIR", "09:07 DEADLINE"), told);
  }

  @Test
  void a_new_plan_repeats_no_moment() {
    try (ScheduleBook book = openBook()) {
      book.replace(morningAt("05:30"));
      book.start(listener());
      day.moveTo(vietnam("2026-11-23T05:29"));

      book.replace(morningAt("05:30"));
      book.schedule(
          new OneOff(
              new CueId("cue-2"),
              NOTICE,
              EVERYWHERE,
              Priority.ROUTINE,
              vietnam("2026-11-24T09:00"),
              LateRule.USUAL));
      day.moveTo(vietnam("2026-11-23T12:00"));
    }

    assertEquals(List.of("05:00 PREPARE", "05:28 FREEZE", "05:30 AIR", "05:46 DEADLINE"), told);
  }

  @Test
  void a_deadline_missed_while_stopped_is_told_at_the_next_start() {
    try (ScheduleBook before = openBook()) {
      before.replace(morningAt("05:30"));
      before.start(listener());
      day.moveTo(vietnam("2026-11-23T05:31"));
    }
    day.moveTo(vietnam("2026-11-23T09:00"));

    try (ScheduleBook after = openBook()) {
      after.replace(morningAt("05:30"));
      after.start(listener());
    }

    assertEquals(List.of("05:00 PREPARE", "05:28 FREEZE", "05:30 AIR", "09:00 DEADLINE"), told);
  }

  @Test
  void the_start_itself_has_no_distance_and_no_moment_is_over_a_day_away() {
    ClockworkSettings usual = ClockworkSettings.usual();

    assertThrows(
        IllegalArgumentException.class,
        () -> usual.telling(Map.of(Moment.AIR, Duration.ofMinutes(1))));
    assertThrows(
        IllegalArgumentException.class,
        () -> usual.telling(Map.of(Moment.PREPARE, Duration.ofHours(25))));
    assertThrows(
        IllegalArgumentException.class,
        () -> usual.telling(Map.of(Moment.FREEZE, Duration.ofSeconds(-1))));
  }

  private CueListener listener() {
    return new CueListener() {
      @Override
      public void onCue(Cue cue) {
        told(Moment.AIR);
      }

      @Override
      public void onMoment(Cue cue, Moment moment) {
        told(moment);
      }
    };
  }

  private void told(Moment moment) {
    told.add(day.instant().atZone(QuietHours.USUAL.zone()).toLocalTime() + " " + moment);
  }

  private ScheduleBook openBook() {
    return ScheduleBook.open(
        new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(1)).telling(MOMENTS), day);
  }
}

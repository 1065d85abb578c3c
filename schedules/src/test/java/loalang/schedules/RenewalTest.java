// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.NOTICE;
import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The clockwork holds the coming hours, the book all that is to come; nothing falls between. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenewalTest {
  private static final Instant MONDAY_FIVE = vietnam("2026-11-23T05:00");

  private final HandClockwork day = HandClockwork.showing(MONDAY_FIVE);
  private final Heard heard = new Heard(day);

  @Test
  void alarms_reach_some_hours_ahead_however_much_is_planned() {
    try (ScheduleBook book = openBook(day)) {
      book.replace(morningAt("05:30"));
      book.schedule(wish("2026-12-24T10:00"));
      book.start(heard);

      assertTrue(day.alarms().last().isBefore(MONDAY_FIVE.plus(ArmedAlarms.AHEAD)));
    }
  }

  @Test
  void a_single_airing_a_month_ahead_airs_to_the_second() {
    try (ScheduleBook book = openBook(day)) {
      book.schedule(wish("2026-12-24T10:00"));
      book.start(heard);

      day.moveTo(vietnam("2026-12-25T00:00"));
    }

    assertEquals(List.of("2026-12-24T03:00:00Z mot-lan"), heard.cues);
  }

  @Test
  void a_daily_programme_airs_each_day_of_a_month_once_and_on_time() {
    try (ScheduleBook book = openBook(day)) {
      book.replace(morningAt("05:30"));
      book.start(heard);

      day.moveTo(vietnam("2026-12-23T00:00"));
    }

    assertEquals(30, heard.cues.size());
    assertTrue(
        heard.cues.stream().allMatch(line -> line.contains("T22:30:00Z sang")),
        heard.cues.toString());
    assertEquals(List.of(), heard.skipped);
  }

  @Test
  void an_office_that_was_down_three_days_says_what_it_missed_each_day_once() {
    stopAfterAMoment();

    day.moveTo(vietnam("2026-11-26T05:00"));
    restart();

    assertEquals(List.of(), heard.cues);
    assertEquals(skipped("22", "23", "24"), heard.skipped);
  }

  @Test
  void after_a_long_time_down_the_last_week_and_the_first_hours_are_told() {
    stopAfterAMoment();

    day.moveTo(vietnam("2026-12-23T05:00"));
    restart();

    Stream<String> first = Stream.of("sang--tin--20261122t223000z CUE_TOO_LATE");
    Stream<String> lastWeek =
        Stream.of(15, 16, 17, 18, 19, 20, 21)
            .map("sang--tin--202612%dt223000z CUE_TOO_LATE"::formatted);
    assertEquals(Stream.concat(first, lastWeek).toList(), heard.skipped);
  }

  @Test
  void a_renewal_that_a_crash_cut_short_is_made_good_by_the_next() {
    stopAfterAMoment();
    TreeSet<Instant> left = new TreeSet<>(day.alarms());
    Instant lost = vietnam("2026-11-23T06:00");
    assertTrue(left.remove(lost), "no renewal at " + lost);
    HandClockwork store = HandClockwork.showing(MONDAY_FIVE);
    store.setAllAfter(MONDAY_FIVE, left);
    Heard told = new Heard(store);

    store.moveTo(vietnam("2026-11-26T05:00"));
    try (ScheduleBook after = openBook(store)) {
      after.replace(morningAt("05:30"));
      after.start(told);
    }

    assertEquals(skipped("22", "23", "24"), told.skipped);
  }

  @Test
  void an_airing_at_the_instant_of_a_renewal_is_heard_once() {
    try (ScheduleBook book = openBook(day)) {
      book.replace(morningAt("07:00"));
      book.start(heard);

      day.moveTo(vietnam("2026-11-24T00:00"));
    }

    assertEquals(List.of("2026-11-23T00:00:00Z sang--tin--20261123t000000z"), heard.cues);
    assertEquals(List.of(), heard.skipped);
  }

  @Test
  void a_clock_set_forward_a_day_tells_of_that_day_and_goes_on() {
    try (ScheduleBook book = openBook(day)) {
      book.replace(morningAt("05:30"));
      book.start(heard);

      day.setTo(vietnam("2026-11-24T05:00"));
      day.moveTo(vietnam("2026-11-24T06:00"));
    }

    assertEquals(skipped("22"), heard.skipped);
    assertEquals(List.of("2026-11-23T22:30:00Z sang--tin--20261123t223000z"), heard.cues);
  }

  private void stopAfterAMoment() {
    try (ScheduleBook before = openBook(day)) {
      before.replace(morningAt("05:30"));
      before.start(cue -> {});
    }
  }

  private void restart() {
    try (ScheduleBook after = openBook(day)) {
      after.replace(morningAt("05:30"));
      after.start(heard);
    }
  }

  private static List<String> skipped(String... utcDays) {
    return Stream.of(utcDays).map("sang--tin--202611%st223000z CUE_TOO_LATE"::formatted).toList();
  }

  private static OneOff wish(String wallClock) {
    return new OneOff(
        new CueId("mot-lan"),
        NOTICE,
        Set.of(new PagingZone("thon-1")),
        Priority.ROUTINE,
        vietnam(wallClock),
        LateRule.skipAfter(Duration.ofMinutes(5)));
  }

  private static ScheduleBook openBook(HandClockwork clock) {
    return ScheduleBook.open(
        new ClockworkSettings(QuietHours.USUAL, clock, Duration.ofDays(3)), clock);
  }
}

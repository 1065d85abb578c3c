// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.NOTICE;
import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.release.Held;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Signature;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules hold back waits in the book until two people let it through. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecondPersonTest {
  private static final String MOURNING =
      """
      do-not-play:
        - {id: quoc-tang, title: Quốc tang, first-day: 2026-11-24, last-day: 2026-11-24}
      """;

  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T04:00"));
  private final Heard heard = new Heard(day);
  private final ScheduleBook book =
      ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void a_one_off_at_night_waits_and_sounds_at_its_minute_once_two_people_released_it() {
    book.start(heard);

    CueVerdict first = book.schedule(wish("cue-1", "2026-11-23T22:00"));
    CueVerdict.NeedsSecondPerson held = assertInstanceOf(CueVerdict.NeedsSecondPerson.class, first);
    CueVerdict second = book.release(released(held.held()));
    day.moveTo(vietnam("2026-11-23T23:00"));

    assertEquals(Hold.QUIET_HOURS, held.held().by());
    assertEquals(Conflict.Decider.APPROVER, held.decider());
    Cue cue = assertInstanceOf(CueVerdict.Planned.class, second).cue();
    assertEquals(List.of("2026-11-23T15:00:00Z cue-1"), heard.cues);
    Release by = cue.terms().releases().iterator().next();
    assertEquals("An", by.request().asked().name());
    assertEquals("Bình", by.released().name());
  }

  @Test
  void what_nobody_released_in_time_is_told_with_its_reason_once() {
    book.start(heard);
    book.schedule(wish("cue-1", "2026-11-23T22:00"));

    day.moveTo(vietnam("2026-11-23T22:02"));
    day.moveTo(vietnam("2026-11-24T23:00"));

    assertEquals(List.of(), heard.cues);
    assertEquals(1, heard.skipped.size(), heard.skipped.toString());
    assertTrue(heard.skipped.get(0).contains("RELEASE_NOT_GIVEN"), heard.skipped.toString());
  }

  @Test
  void what_was_withdrawn_neither_sounds_nor_waits_nor_is_told() {
    book.start(heard);
    book.schedule(wish("cue-1", "2026-11-23T22:00"));

    book.withdraw(new CueId("cue-1"));
    book.withdraw(new CueId("cue-1")); // twice is once
    day.moveTo(vietnam("2026-11-24T23:00"));

    assertEquals(List.of(), heard.cues);
    assertEquals(List.of(), heard.skipped);
  }

  @Test
  void what_nobody_released_is_never_heard_and_stands_in_the_rundown_with_its_reason() {
    book.start(heard);
    book.schedule(wish("cue-1", "2026-11-23T22:00"));

    Conflict waiting =
        book.rundown(Window.of(day.instant(), Duration.ofDays(1))).conflicts().get(0);
    day.moveTo(vietnam("2026-11-24T23:00"));

    assertEquals(Conflict.Outcome.NEEDS_SECOND_PERSON, waiting.outcome());
    assertTrue(waiting.toRelease().isPresent());
    assertEquals(List.of(), heard.cues);
    assertEquals(List.of("cue-1 RELEASE_NOT_GIVEN"), heard.skipped);
  }

  @Test
  void a_release_does_not_hold_for_another_hour_of_the_same_wish() {
    Release release = released(held(book.schedule(wish("cue-1", "2026-11-23T22:00"))));
    book.release(release);
    ScheduleBook other =
        ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);

    other.release(release);

    assertInstanceOf(
        CueVerdict.NeedsSecondPerson.class, other.schedule(wish("cue-1", "2026-11-23T23:00")));
    assertInstanceOf(CueVerdict.Planned.class, other.schedule(wish("cue-1", "2026-11-23T22:00")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-23T20:59, ''",
    "2026-11-23T21:00, QUIET_HOURS",
    "2026-11-24T05:29, QUIET_HOURS",
    "2026-11-24T05:30, DO_NOT_PLAY",
    "2026-11-25T05:30, ''",
  })
  void a_one_off_is_held_by(String start, String rule) {
    book.replace(ProgrammeFile.read(MOURNING));

    CueVerdict verdict = book.schedule(wish("cue-1", start));

    assertEquals(
        rule,
        verdict instanceof CueVerdict.NeedsSecondPerson needs ? needs.held().by().name() : "");
  }

  @Test
  void on_a_day_of_mourning_a_programme_sounds_only_where_two_people_want_it() {
    book.replace(morningAt("05:30"));
    book.start(heard);
    book.replace(ProgrammeFile.read(MOURNING));
    Conflict conflict =
        book.rundown(Window.of(day.instant(), Duration.ofDays(2))).conflicts().get(0);
    Held held = conflict.toRelease().orElseThrow();

    CueVerdict verdict = book.release(released(held));
    day.moveTo(vietnam("2026-11-25T23:00"));

    assertEquals(Hold.DO_NOT_PLAY, held.by());
    assertInstanceOf(CueVerdict.Planned.class, verdict);
    assertEquals(3, heard.cues.size());
  }

  @Test
  void a_programme_in_quiet_hours_sounds_on_the_one_day_it_was_released_for() {
    book.replace(morningAt("05:00"));
    book.start(heard);
    List<Conflict> waiting = book.rundown(Window.of(day.instant(), Duration.ofDays(2))).conflicts();

    book.release(released(waiting.get(0).toRelease().orElseThrow()));
    day.moveTo(vietnam("2026-11-26T23:00"));

    assertEquals(1, heard.cues.size());
    assertEquals(List.of(), heard.skipped);
  }

  @Test
  void two_rules_need_two_releases() {
    book.replace(ProgrammeFile.read(MOURNING));
    Held quiet = held(book.schedule(wish("cue-1", "2026-11-24T22:00")));

    Held mourning = held(book.release(released(quiet)));

    assertEquals(Hold.DO_NOT_PLAY, mourning.by());
    assertInstanceOf(CueVerdict.Planned.class, book.release(released(mourning)));
  }

  @Test
  void a_one_off_over_the_minutes_of_the_day_needs_a_second_person() {
    book.learnLengths(Map.of(NOTICE, Duration.ofMinutes(100)));
    book.schedule(wish("cue-1", "2026-11-23T08:00"));

    Held held = held(book.schedule(wish("cue-2", "2026-11-23T14:00")));

    assertEquals(Hold.MINUTES_A_DAY, held.by());
    assertInstanceOf(CueVerdict.Planned.class, book.release(released(held)));
    assertInstanceOf(CueVerdict.Planned.class, book.schedule(wish("cue-3", "2026-11-24T14:00")));
  }

  @Test
  void a_late_cue_that_slid_into_a_funeral_is_skipped() {
    book.replace(morningAt("05:30"));
    book.start(heard);
    day.moveTo(vietnam("2026-11-23T05:29"));
    book.replace(
        ProgrammeFile.read(
            """
            do-not-play:
              - {id: tang-le, title: Tang lễ, zones: [thon-1, thon-2], from: "05:35",
                 until: "08:00", first-day: 2026-11-23, last-day: 2026-11-23}
            """));

    day.setTo(vietnam("2026-11-23T05:36"));

    assertEquals(List.of("sang--tin--20261122t223000z RUNDOWN_DO_NOT_PLAY"), heard.skipped);
  }

  @Test
  void a_release_of_nothing_says_so() {
    Held held = held(book.schedule(wish("cue-1", "2026-11-23T22:00")));
    ScheduleBook other =
        ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);

    Problem why =
        assertInstanceOf(CueVerdict.NotAllowed.class, other.release(released(held))).why();

    assertEquals("RELEASE_NOT_NEEDED", why.code());
  }

  private Release released(Held held) {
    Instant now = day.instant();
    return held.askedBy(new Signature("An", now)).releasedBy(new Signature("Bình", now));
  }

  private static Held held(CueVerdict verdict) {
    return assertInstanceOf(CueVerdict.NeedsSecondPerson.class, verdict).held();
  }

  private static OneOff wish(String id, String start) {
    return new OneOff(
        new CueId(id),
        NOTICE,
        Set.of(new PagingZone("thon-1")),
        Priority.ROUTINE,
        vietnam(start),
        LateRule.USUAL);
  }
}

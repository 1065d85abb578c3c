// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.EVERYWHERE;
import static loalang.schedules.Village.NOTICE;
import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScheduleBookTest {
  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T04:00"));
  private final Heard heard = new Heard(day);
  private final ScheduleBook book = openBook();

  @Test
  void a_programme_sounds_every_morning_at_its_minute() {
    // Given
    book.replace(morningAt("05:30"));
    book.start(heard);

    // When
    day.moveTo(vietnam("2026-11-26T00:00"));

    // Then
    assertEquals(
        List.of(
            "2026-11-22T22:30:00Z sang--tin--20261122t223000z",
            "2026-11-23T22:30:00Z sang--tin--20261123t223000z",
            "2026-11-24T22:30:00Z sang--tin--20261124t223000z"),
        heard.cues);
  }

  @Test
  void a_book_runs_on_for_weeks_although_its_alarms_reach_only_a_few_days_ahead() {
    book.replace(morningAt("05:30"));
    book.start(heard);

    day.moveTo(vietnam("2026-12-23T04:00"));

    assertEquals(30, heard.cues.size());
  }

  @Test
  void giving_the_same_sheet_again_changes_nothing() {
    book.replace(morningAt("05:30"));
    book.start(heard);
    day.moveTo(vietnam("2026-11-23T05:29"));

    book.replace(morningAt("05:30"));
    day.moveTo(vietnam("2026-11-23T05:30"));
    book.replace(morningAt("05:30"));
    day.moveTo(vietnam("2026-11-23T12:00"));

    assertEquals(List.of("2026-11-22T22:30:00Z sang--tin--20261122t223000z"), heard.cues);
  }

  @Test
  void a_programme_moved_to_a_new_hour_leaves_its_old_one() {
    book.replace(morningAt("05:30"));
    book.start(heard);

    book.replace(morningAt("06:15"));
    day.moveTo(vietnam("2026-11-23T12:00"));

    assertEquals(List.of("2026-11-22T23:15:00Z sang--tin--20261122t231500z"), heard.cues);
  }

  @Test
  void a_slot_saved_a_moment_after_its_hour_waits_for_tomorrow() {
    book.start(heard);
    day.moveTo(vietnam("2026-11-23T05:30:05"));

    book.replace(morningAt("05:30"));
    day.moveTo(vietnam("2026-11-23T12:00"));

    assertEquals(List.of(), heard.cues);
  }

  @Test
  void now_is_a_cue_like_any_other() {
    day.moveTo(vietnam("2026-11-23T09:00"));
    book.start(heard);

    CueVerdict verdict = book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.ROUTINE);
    day.ringDue();

    Cue cue = assertInstanceOf(CueVerdict.Planned.class, verdict).cue();
    assertEquals(vietnam("2026-11-23T09:00"), cue.start());
    assertEquals(List.of("2026-11-23T02:00:00Z now-1"), heard.cues);
  }

  @Test
  void asking_twice_with_one_id_airs_once_and_gives_the_first_answer() {
    day.moveTo(vietnam("2026-11-23T09:00"));
    book.start(heard);

    CueVerdict first = book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.ROUTINE);
    day.moveBy(Duration.ofSeconds(5));
    CueVerdict second = book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.ROUTINE);
    day.moveBy(Duration.ofHours(1));

    assertEquals(first, second);
    assertEquals(1, heard.cues.size());
  }

  @Test
  void an_id_cannot_be_used_for_another_sound() {
    day.moveTo(vietnam("2026-11-23T09:00"));
    book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.ROUTINE);

    CueVerdict verdict =
        book.airNow(new CueId("now-1"), new AnnouncementId("other"), EVERYWHERE, Priority.ROUTINE);

    assertEquals("CUE_ID_TAKEN", assertInstanceOf(CueVerdict.Refused.class, verdict).why().code());
  }

  @Test
  void at_night_only_an_emergency_may_sound_now() {
    day.moveTo(vietnam("2026-11-23T23:10"));
    book.start(heard);

    CueVerdict routine = book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.PRIORITY);
    CueVerdict storm = book.airNow(new CueId("now-2"), NOTICE, EVERYWHERE, Priority.EMERGENCY);
    day.ringDue();

    Problem why = assertInstanceOf(CueVerdict.Refused.class, routine).why();
    assertEquals("RUNDOWN_QUIET_HOURS", why.code());
    assertInstanceOf(CueVerdict.Planned.class, storm);
    assertEquals(List.of("2026-11-23T16:10:00Z now-2"), heard.cues);
  }

  @Test
  void what_would_come_of_a_wish_is_told_and_nothing_sounds() {
    book.start(heard);
    OneOff wish = oneOff("cue-1", "2026-11-23T09:00", Duration.ofSeconds(60));

    CueVerdict verdict = book.judge(wish);
    day.moveTo(vietnam("2026-11-23T12:00"));

    assertInstanceOf(CueVerdict.Planned.class, verdict);
    assertEquals(List.of(), heard.cues);
    assertInstanceOf(CueVerdict.Refused.class, book.judge(wish), "its hour has passed");
  }

  @Test
  void a_slot_in_quiet_hours_is_named_when_the_sheet_is_given_and_never_sounds() {
    List<Problem> problems = book.replace(morningAt("05:00"));
    book.start(heard);
    day.moveTo(vietnam("2026-11-30T00:00"));

    assertEquals(
        List.of(
            "RUNDOWN_QUIET_HOURS: \"tin-trong-xa\" (Bản tin sáng) at 05:00 lies in quiet hours"
                + " 21:00–05:30. Move it to 05:30 or later, have a second person release it, or ask"
                + " for priority emergency."),
        problems.stream().map(Problem::toString).toList());
    assertEquals(List.of(), heard.cues);
  }

  @Test
  void a_one_off_of_the_past_is_refused_unless_its_late_rule_still_allows_it() {
    day.moveTo(vietnam("2026-11-23T09:00"));
    book.start(heard);

    CueVerdict stale = book.schedule(oneOff("cue-1", "2026-11-23T08:58", Duration.ofSeconds(60)));
    CueVerdict late = book.schedule(oneOff("cue-2", "2026-11-23T08:58", Duration.ofMinutes(5)));
    day.ringDue();

    assertEquals("ONE_OFF_PAST", assertInstanceOf(CueVerdict.Refused.class, stale).why().code());
    assertInstanceOf(CueVerdict.Planned.class, late);
    assertEquals(List.of("2026-11-23T02:00:00Z cue-2"), heard.cues);
  }

  @Test
  void all_cues_of_one_instant_travel_in_one_firing_most_urgent_first() {
    book.replace(morningAt("05:30"));
    book.schedule(oneOff("cue-1", "2026-11-23T05:30", Duration.ZERO));
    book.schedule(emergency("cue-2", "2026-11-23T05:30"));
    book.start(heard);
    long rings = day.alarms().stream().filter(vietnam("2026-11-23T05:30")::equals).count();

    day.moveTo(vietnam("2026-11-23T05:30"));

    assertEquals(1, rings);
    assertEquals(
        List.of(
            "2026-11-22T22:30:00Z cue-2",
            "2026-11-22T22:30:00Z cue-1",
            "2026-11-22T22:30:00Z sang--tin--20261122t223000z"),
        heard.cues);
  }

  @Test
  void a_listener_that_fails_does_not_silence_the_next_cue() {
    book.replace(morningAt("05:30"));
    book.schedule(emergency("cue-2", "2026-11-23T05:30"));
    book.start(
        cue -> {
          heard.onCue(cue);
          throw new IllegalStateException("broken on purpose");
        });

    day.moveTo(vietnam("2026-11-23T05:30"));

    assertEquals(2, heard.cues.size());
  }

  @Test
  void the_next_cues_are_known_before_anything_starts() {
    book.replace(morningAt("05:30"));
    book.schedule(oneOff("cue-1", "2026-11-23T17:30", Duration.ZERO));

    List<Cue> next = book.next(vietnam("2026-11-23T05:30"), Duration.ofDays(1));

    assertEquals(
        List.of("sang--tin--20261122t223000z", "cue-1"),
        next.stream().map(cue -> cue.id().value()).toList());
    assertTrue(next.get(0).mayStillStart(vietnam("2026-11-23T05:31")));
  }

  @Test
  void an_applied_one_off_may_be_moved_until_it_has_sounded() {
    book.start(heard);
    book.replace(ProgrammeFile.read(oneOffAt("09:00")));
    book.replace(ProgrammeFile.read(oneOffAt("10:00")));
    day.moveTo(vietnam("2026-11-23T10:30"));

    List<Problem> again = book.replace(ProgrammeFile.read(oneOffAt("10:00")));
    day.moveTo(vietnam("2026-11-23T20:00"));

    assertEquals(List.of(), again);
    assertEquals(List.of("2026-11-23T03:00:00Z moi-hop"), heard.cues);
  }

  @Test
  void whoever_cannot_relay_airs_the_fallback_and_whoever_can_is_told_the_station() {
    ProgrammeSheet session =
        ProgrammeFile.read(
            """
            programmes:
              - id: tiep-am
                title: Tiếp âm
                zones: thon-1
                slots:
                  - id: phien
                    at: "06:00"
                    days: daily
                    items: [{relay: vov1, lasts: 15m, fallback: [xin-loi, tin-xa]}]
            """);
    book.replace(session);
    book.start(heard);

    day.moveTo(vietnam("2026-11-23T07:00"));

    assertEquals(
        List.of(
            "2026-11-22T23:00:00Z tiep-am--phien--2--20261122t230000z",
            "2026-11-22T23:00:00Z tiep-am--phien--3--20261122t230000z"),
        heard.cues);
    assertEquals(
        List.of("vov1"),
        book.next(vietnam("2026-11-24T00:00"), Duration.ofDays(1)).stream()
            .map(cue -> cue.terms().relay().orElseThrow().source().value())
            .toList());
  }

  private static String oneOffAt(String time) {
    return """
        one-offs:
          - {id: moi-hop, at: 2026-11-23 %s, announcement: thu-moi, zones: thon-3}
        """
        .formatted(time);
  }

  private ScheduleBook openBook() {
    return ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);
  }

  private static OneOff oneOff(String id, String at, Duration grace) {
    return new OneOff(
        new CueId(id),
        NOTICE,
        EVERYWHERE,
        Priority.ROUTINE,
        vietnam(at),
        LateRule.skipAfter(grace));
  }

  private static OneOff emergency(String id, String at) {
    return new OneOff(
        new CueId(id), NOTICE, EVERYWHERE, Priority.EMERGENCY, vietnam(at), LateRule.USUAL);
  }
}

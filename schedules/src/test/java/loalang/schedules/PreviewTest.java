// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.ProblemException;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.Change;
import loalang.schedules.rundown.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an officer is shown before and after saving a sheet. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreviewTest {
  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T04:00"));
  private final ScheduleBook book =
      ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(2)), day);

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void a_preview_lists_what_comes_and_changes_nothing() {
    Preview preview = book.preview(morningAt("05:30"));

    assertEquals(
        List.of("Added 2026-11-22T22:30:00Z", "Added 2026-11-23T22:30:00Z"), shown(preview));
    assertEquals(List.of(), book.next(day.instant(), Duration.ofDays(2)));
  }

  @Test
  void moving_a_programme_shows_what_goes_and_what_comes() {
    book.replace(morningAt("05:30"));

    assertEquals(List.of(), shown(book.preview(morningAt("05:30"))));
    assertEquals(
        List.of(
            "Removed 2026-11-22T22:30:00Z",
            "Added 2026-11-22T23:15:00Z",
            "Removed 2026-11-23T22:30:00Z",
            "Added 2026-11-23T23:15:00Z"),
        shown(book.preview(morningAt("06:15"))));
  }

  @Test
  void a_more_urgent_sheet_shows_whom_it_pushes_aside() {
    book.replace(morningAt("05:30"));

    Preview preview =
        book.preview(
            ProgrammeFile.read(
                """
                campaigns:
                  - {id: bao, title: Tin bão, priority: priority, first-day: 2026-11-23,
                     last-day: 2026-11-23, days: daily, zones: thon-1, announcements: tin-bao,
                     at: "05:30", lasts: 2m}
                """));

    assertEquals(
        List.of("Altered 2026-11-22T22:30:00Z", "Added 2026-11-22T22:30:00Z").stream()
            .sorted()
            .toList(),
        shown(preview).stream().sorted().toList());
    Change.Altered pushed =
        (Change.Altered)
            preview.changes().stream().filter(Change.Altered.class::isInstance).findAny().get();
    assertEquals(vietnam("2026-11-23T05:32"), pushed.after().cue().start());
    assertEquals("RUNDOWN_MOVED", preview.conflicts().get(0).why().code());
  }

  @Test
  void what_sounds_here_now_is_known() {
    book.replace(morningAt("05:40"));
    book.learnLengths(Map.of(new AnnouncementId("tin-trong-xa"), Duration.ofMinutes(4)));

    assertEquals(1, sounding("thon-1", "05:43:59"));
    assertEquals(0, sounding("thon-1", "05:44:00"));
    assertEquals(0, sounding("thon-9", "05:41:00"));
  }

  @Test
  void a_removed_programme_is_silent() {
    book.replace(morningAt("05:30"));
    Heard heard = new Heard(day);
    book.start(heard);

    book.remove(new ProgrammeId("sang"));
    day.moveTo(vietnam("2026-11-24T12:00"));

    assertEquals(List.of(), heard.cues);
  }

  @Test
  void the_whole_book_can_be_written_down_and_read_again() {
    book.replace(morningAt("05:30"));
    book.replace(
        ProgrammeFile.read(
            """
            one-offs:
              - {id: hop, at: 2026-11-24 17:30, announcement: thu-moi, zones: thon-3}
              - {id: qua-roi, at: 2026-11-20 17:30, announcement: thu-moi, zones: thon-3}
            """));

    ProgrammeSheet sheet = book.sheet();

    assertEquals(sheet, ProgrammeFile.read(ProgrammeFile.write(sheet)));
    assertEquals(1, sheet.programmes().size());
    assertEquals(1, sheet.oneOffs().size());
  }

  @Test
  void zones_that_contradict_the_known_ones_are_refused_and_nothing_is_taken_in() {
    book.replace(ProgrammeFile.read("zones: [{zone: thon-1, in: xa}]"));

    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> book.replace(ProgrammeFile.read("zones: [{zone: xa, in: thon-1}]")));

    assertEquals("ZONE_TREE_INVALID", refusal.problem().code());
    assertEquals(1, book.sheet().zones().parents().size());
  }

  @Test
  void the_next_day_of_a_hamlet_or_a_group_is_its_own() {
    book.replace(morningAt("05:30"));
    book.replace(
        ProgrammeFile.read(
            """
            zones: [{zone: cum-1, in: thon-1}, {zone: cum-3, in: thon-3}]
            groups: [{group: cho, zones: [thon-3]}]
            campaigns:
              - {id: phien-cho, title: Phiên chợ, days: daily, zones: cho, announcements: tin-cho,
                 at: "06:00"}
              - {id: khuya, title: Khuya, days: daily, zones: thon-1, announcements: tin-khuya,
                 at: "23:00"}
            """));
    Window day24 = Window.of(day.instant(), Duration.ofHours(24));

    assertEquals(List.of("tin-trong-xa"), heardIn("cum-1", day24));
    assertEquals(List.of("tin-cho"), heardIn("cum-3", day24));
    assertEquals(List.of("tin-cho"), heardIn("cho", day24));
    // One for each of the two days that the 24 hours touch.
    assertEquals(2, book.rundown(new PagingZone("thon-1"), day24).conflicts().size());
    assertEquals(0, book.rundown(new PagingZone("cho"), day24).conflicts().size());
  }

  private List<String> heardIn(String zone, Window window) {
    return book.rundown(new PagingZone(zone), window).cues().stream()
        .map(cue -> cue.announcement().value())
        .toList();
  }

  @Test
  void a_change_of_voice_of_a_relay_or_of_an_echo_chain_is_shown_before_it_is_saved() {
    book.replace(morningAt("05:30"));

    Preview preview =
        book.preview(
            ProgrammeFile.read("echo: [{id: d, clusters: [thon-1, thon-2], step: 500 ms}]"));

    assertEquals(
        List.of("Altered 2026-11-22T22:30:00Z", "Altered 2026-11-23T22:30:00Z"), shown(preview));
  }

  @Test
  void a_day_tells_its_conflicts() {
    book.replace(morningAt("05:00"));

    Instant now = day.instant();
    assertEquals(
        "RUNDOWN_QUIET_HOURS",
        book.rundown(Window.of(now, Duration.ofDays(1))).problems().get(0).code());
  }

  private int sounding(String zone, String time) {
    return book.soundingAt(new PagingZone(zone), vietnam("2026-11-23T" + time)).size();
  }

  private static List<String> shown(Preview preview) {
    return preview.changes().stream()
        .map(change -> change.getClass().getSimpleName() + " " + change.first().start())
        .toList();
  }
}

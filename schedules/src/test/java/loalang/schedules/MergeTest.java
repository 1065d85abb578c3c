// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scheduler stands still across several repeats of one notice: skip, play late, or merge. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MergeTest {
  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T05:45"));
  private final Heard heard = new Heard(day);

  @ParameterizedTest(
      name = "repeats at 06:00 06:10 06:20, {0}, back at {1}: heard {2}, skipped {3}")
  @CsvSource({
    "skip after 60s, 06:25, '', 06:00 06:10 06:20",
    "skip after 60s, 06:20, 06:20, 06:00 06:10",
    "skip after 30m, 06:25, 06:00 06:10 06:20, ''",
    "merge within 30m, 06:25, 06:20, 06:00 06:10",
    "merge within 30m, 06:15, 06:10 06:20, 06:00",
    "merge within 30m, 06:05, 06:00 06:10 06:20, ''",
    "merge within 30m, 06:45, 06:20, 06:00 06:10",
    "merge within 30m, 06:51, '', 06:00 06:10 06:20",
    "merge within 5m, 06:22, 06:20, 06:00 06:10",
  })
  void repeats_that_were_missed(String late, String back, String played, String skipped) {
    // Given
    ScheduleBook before = openBook();
    before.replace(ProgrammeFile.read(notice(late, "tin")));
    before.start(cue -> {});
    before.close();

    // When
    day.moveTo(vietnam("2026-11-23T" + back));
    try (ScheduleBook after = openBook()) {
      after.replace(ProgrammeFile.read(notice(late, "tin")));
      after.start(heard);
      day.moveTo(vietnam("2026-11-23T12:00"));
    }

    // Then
    assertEquals(played, starts(heard.cues));
    assertEquals(skipped, starts(heard.skipped));
  }

  @Test
  void a_merged_repeat_says_into_what() {
    stopAcross(notice("merge within 30m", "tin"));

    assertEquals(
        List.of("c--at--20261122t230000z CUE_MERGED", "c--at--20261122t231000z CUE_MERGED"),
        heard.skipped);
  }

  @Test
  void two_episodes_are_two_items_and_neither_swallows_the_other() {
    stopAcross(notice("merge within 30m", "[tin-mot, tin-hai]\n    rotation: each-airing"));

    assertEquals("06:10 06:20", starts(heard.cues));
    assertEquals("06:00", starts(heard.skipped));
  }

  @Test
  void what_is_not_late_is_not_merged() {
    try (ScheduleBook book = openBook()) {
      book.replace(ProgrammeFile.read(notice("merge within 30m", "tin")));
      book.start(heard);

      day.moveTo(vietnam("2026-11-23T12:00"));
    }

    assertEquals("06:00 06:10 06:20", starts(heard.cues));
  }

  private void stopAcross(String sheet) {
    ScheduleBook before = openBook();
    before.replace(ProgrammeFile.read(sheet));
    before.start(cue -> {});
    before.close();
    day.moveTo(vietnam("2026-11-23T06:25"));
    try (ScheduleBook after = openBook()) {
      after.replace(ProgrammeFile.read(sheet));
      after.start(heard);
    }
  }

  private ScheduleBook openBook() {
    return ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(3)), day);
  }

  private static String notice(String late, String announcements) {
    return """
        campaigns:
          - id: c
            title: Nhắc việc
            zones: thon-1
            first-day: 2026-11-23
            last-day: 2026-11-23
            days: daily
            at: ["06:00", "06:10", "06:20"]
            lasts: 2m
            late: %s
            announcements: %s
        """
        .formatted(late, announcements.equals("tin") ? "tin-xa" : announcements);
  }

  /** The wall-clock times in the names of the cues: "06:00 06:10". */
  private static String starts(List<String> lines) {
    return String.join(
        " ", lines.stream().map(line -> line.replaceAll(".*t23(\\d\\d)00z.*", "06:$1")).toList());
  }
}

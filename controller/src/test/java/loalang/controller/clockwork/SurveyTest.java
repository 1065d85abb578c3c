// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.schedules.ClockworkSettings;
import loalang.schedules.ScheduleBook;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.Window;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is planned, sorted by place. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurveyTest {
  private static final Instant MONDAY = Instant.parse("2026-11-22T17:00:00Z");

  @Test
  void each_hamlet_has_what_is_for_it_for_its_commune_and_for_its_group() {
    try (ScheduleBook book =
        ScheduleBook.open(
            new ClockworkSettings(
                QuietHours.USUAL, InstantSource.fixed(MONDAY), Duration.ofDays(7)))) {
      book.replace(
          ProgrammeFile.read(
              """
              zones: [{zone: thon-1, in: xa}, {zone: thon-2, in: xa}]
              groups: [{group: truong-hoc, zones: [thon-2]}]
              campaigns:
                - {id: chung, title: Chung, days: daily, zones: xa, at: "06:00", announcements: tin}
                - {id: truong, title: Trường, days: daily, zones: truong-hoc, at: "07:00",
                   announcements: tin}
                - {id: dem, title: Đêm, days: daily, zones: thon-1, at: "22:00", announcements: tin}
              do-not-play:
                - {id: gio-hoc, title: Giờ học, from: "08:00", until: "11:00", zones: truong-hoc}
              """));
      Window day = Window.of(MONDAY, Duration.ofDays(1));

      Survey survey =
          Survey.of(
              book.rundown(day),
              book.stillness(day),
              book.sheet(),
              Set.of(new PagingZone("xom-moi")));

      assertEquals(List.of("thon-1", "thon-2", "xom-moi"), names(survey));
      assertEquals(List.of("Chung"), heard(survey, "thon-1"));
      assertEquals(List.of("Chung", "Trường"), heard(survey, "thon-2"));
      assertEquals(List.of(), heard(survey, "xom-moi"));
      assertEquals(1, here(survey, "thon-1").conflicts().size());
      assertEquals(0, here(survey, "thon-2").conflicts().size());
      assertEquals(2, here(survey, "thon-1").stillness().size());
      assertEquals(3, here(survey, "thon-2").stillness().size());
      assertEquals("Đêm", survey.titleOf("dem").orElseThrow());
    }
  }

  private static List<String> names(Survey survey) {
    return survey.places().keySet().stream().map(PagingZone::value).toList();
  }

  private static List<String> heard(Survey survey, String place) {
    return here(survey, place).items().stream().map(item -> item.title()).toList();
  }

  private static Survey.Here here(Survey survey, String place) {
    return survey.places().getOrDefault(new PagingZone(place), Survey.Here.NOTHING);
  }
}

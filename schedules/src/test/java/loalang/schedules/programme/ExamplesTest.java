// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.DayPlans;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.RundownPlanner;
import loalang.schedules.rundown.Timetable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file in schedules/examples is read and planned, so that none of them can lie. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExamplesTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Path EXAMPLES = Path.of("examples");

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "daily-sessions.yaml, 2026-11-23, 05:30 05:31 05:36 05:37 05:38 17:00 17:01",
    "daily-sessions.yaml, 2026-11-29, 06:00 06:01 06:02 17:00 17:01",
    "campaign-own-times.yaml, 2026-06-01, 06:00 11:00 18:30",
    "campaign-own-times.yaml, 2026-06-08, ''",
    "commune.yaml, 2026-07-24, 05:30 10:00",
    "relay.yaml, 2026-11-23, 05:30 05:31 05:46 05:56 05:57",
    "echo-and-holidays.yaml, 2026-02-13, 06:00 17:30",
    "echo-and-holidays.yaml, 2026-02-20, ''",
    "echo-and-holidays.yaml, 2026-09-01, ''",
    "echo-and-holidays.yaml, 2026-09-04, ''",
    "echo-and-holidays.yaml, 2026-09-07, 06:00 17:30",
  })
  void an_example_sounds_at(String file, LocalDate date, String times) throws IOException {
    Rundown rundown =
        new RundownPlanner(Timetable.EMPTY.with(read(file)), PlanningRules.usual(QuietHours.USUAL))
            .day(date);

    assertEquals(times, String.join(" ", rundown.cues().stream().map(ExamplesTest::time).toList()));
  }

  @Test
  void the_one_off_example_is_a_single_invitation() throws IOException {
    ProgrammeSheet sheet = read("one-off.yaml");

    assertEquals(1, sheet.oneOffs().size());
    assertEquals("17:30", time(sheet.oneOffs().get(0).cue()));
  }

  @Test
  void the_campaign_example_joins_the_daily_sessions_before_their_closing_line()
      throws IOException {
    Timetable both = Timetable.EMPTY.with(read("daily-sessions.yaml")).with(read("campaign.yaml"));

    Rundown monday = planner(both).day(LocalDate.of(2026, 6, 1));
    Rundown holidayNextYear = planner(both).day(LocalDate.of(2027, 6, 1));

    assertEquals(List.of(), monday.conflicts());
    assertEquals(
        "05:30 chao-buoi-sang, 05:31 tin-trong-xa, 05:36 thong-bao-moi, 05:37 thong-bao-moi,"
            + " 05:38 diet-lang-quang, 05:39:30 diet-lang-quang, 05:41 loi-chao-ket,"
            + " 17:00 tin-trong-xa, 17:01 ngu-man-ca-ban-ngay, 17:02:30 ngu-man-ca-ban-ngay,"
            + " 17:04 loi-chao-ket",
        String.join(
            ", ",
            monday.cues().stream().map(cue -> time(cue) + " " + cue.announcement()).toList()));
    assertEquals(7, holidayNextYear.cues().size());
  }

  @Test
  void the_commune_example_leaves_the_school_in_peace_on_school_days() throws IOException {
    RundownPlanner planner = planner(Timetable.EMPTY.with(read("commune.yaml")));

    Rundown friday = planner.day(LocalDate.of(2026, 11, 27));
    Rundown mourning = planner.day(LocalDate.of(2026, 7, 25));

    assertEquals(
        List.of("[xa-hoa-binh]", "[thon-1, thon-2, thon-3]"),
        friday.cues().stream()
            .map(cue -> cue.zones().stream().map(PagingZone::value).sorted().toList().toString())
            .toList());
    assertEquals(List.of(), mourning.cues());
    assertEquals(
        List.of("RUNDOWN_DO_NOT_PLAY"), mourning.problems().stream().map(Problem::code).toList());
  }

  @Test
  void the_three_week_campaign_is_heard_exactly_as_the_sentence_says() throws IOException {
    DayPlans plans =
        new DayPlans(
            Timetable.EMPTY.with(read("three-week-campaign.yaml")),
            PlanningRules.usual(QuietHours.USUAL));
    String notice = "phong-sot-xuat-huyet";

    for (LocalDate date = LocalDate.of(2026, 5, 25);
        date.isBefore(LocalDate.of(2026, 6, 29));
        date = date.plusDays(1)) {
      Rundown day = plans.day(date);
      boolean isMourning = date.equals(LocalDate.of(2026, 6, 10));
      boolean isCampaign =
          !date.isBefore(LocalDate.of(2026, 6, 1))
              && !date.isAfter(LocalDate.of(2026, 6, 21))
              && date.getDayOfWeek().getValue() <= 5;
      assertEquals(wholeDay(isMourning, isCampaign), heard(day), date.toString());
      assertEquals(isMourning ? 10 : 0, day.conflicts().size(), date.toString());
      day.cues().stream()
          .filter(cue -> cue.announcement().value().equals(notice))
          .forEach(cue -> assertEquals(SOUTHERN, cue.terms().voices()));
    }
  }

  private static final List<Audience.Voice> SOUTHERN =
      List.of(
          new Audience.Voice(
              Set.of(new PagingZone("thon-1"), new PagingZone("thon-2"), new PagingZone("thon-3")),
              "vi",
              Audience.Dialect.SOUTHERN));

  private static String wholeDay(boolean isMourning, boolean isCampaign) {
    if (isMourning) {
      return "";
    }
    return isCampaign
        ? "05:30 chao-buoi-sang, 05:31 tin-trong-xa, 05:36 phong-sot-xuat-huyet,"
            + " 05:37:30 phong-sot-xuat-huyet, 05:39 loi-chao-ket,"
            + " 17:00 chao-buoi-chieu, 17:01 tin-trong-xa, 17:06 phong-sot-xuat-huyet,"
            + " 17:07:30 phong-sot-xuat-huyet, 17:09 loi-chao-ket"
        : "05:30 chao-buoi-sang, 05:31 tin-trong-xa, 05:36 loi-chao-ket,"
            + " 17:00 chao-buoi-chieu, 17:01 tin-trong-xa, 17:06 loi-chao-ket";
  }

  private static String heard(Rundown day) {
    return String.join(
        ", ", day.cues().stream().map(cue -> time(cue) + " " + cue.announcement()).toList());
  }

  @Test
  void no_example_is_untested() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      assertEquals(
          List.of(
              "campaign-own-times.yaml",
              "campaign.yaml",
              "commune.yaml",
              "daily-sessions.yaml",
              "echo-and-holidays.yaml",
              "one-off.yaml",
              "relay.yaml",
              "three-week-campaign.yaml"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  private static RundownPlanner planner(Timetable timetable) {
    return new RundownPlanner(timetable, PlanningRules.usual(QuietHours.USUAL));
  }

  private static ProgrammeSheet read(String file) throws IOException {
    return ProgrammeFile.read(Files.readString(EXAMPLES.resolve(file)));
  }

  private static String time(Cue cue) {
    return cue.start().atZone(VIETNAM).toLocalTime().toString();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.Season;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgrammeFileTest {
  private static final String GOOD =
      """
      time-zone: Asia/Ho_Chi_Minh
      programmes:
        - id: sang
          title: Bản tin sáng
          first-day: 2026-06-01
          zones: [thon-1, thon-2]
          priority: priority
          slots:
            - id: tin
              at: "05:30"
              days: [t2, cn]
              announcement: tin-trong-xa
              late: play until 05:45
      one-offs:
        - id: moi-hop
          at: 2026-11-25 17:30
          announcement: thu-moi
          zones: thon-3
      """;

  @Test
  void a_file_says_what_when_and_where() {
    ProgrammeSheet sheet = ProgrammeFile.read(GOOD);

    Programme programme = sheet.programmes().get(0);
    assertEquals(
        new Programme(
            new ProgrammeId("sang"),
            "Bản tin sáng",
            new Season(
                ZoneId.of("Asia/Ho_Chi_Minh"),
                new DateSpan(LocalDate.of(2026, 6, 1), null),
                Set.of(DayOfWeek.values()),
                Season.HolidayRule.PLAY),
            new Audience(
                Set.of(new PagingZone("thon-1"), new PagingZone("thon-2")),
                Priority.PRIORITY,
                Audience.Origin.COMMUNE),
            List.of(
                new Slot(
                    new SlotId("tin"),
                    LocalTime.of(5, 30),
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                    List.of(SlotItem.once(new AnnouncementId("tin-trong-xa"))),
                    null,
                    LateRule.skipAfter(Duration.ofMinutes(15))))),
        programme);
    assertEquals(Instant.parse("2026-11-25T10:30:00Z"), sheet.oneOffs().get(0).start());
    assertEquals(LateRule.USUAL, sheet.oneOffs().get(0).late());
    assertEquals(Priority.ROUTINE, sheet.oneOffs().get(0).priority());
  }

  @ParameterizedTest(name = "{0} → {1}: {2} {3}")
  @CsvFileSource(resources = "mistakes.csv", delimiter = '|', quoteCharacter = '`')
  void a_mistake_is_answered_with_its_place_and_what_is_accepted(
      String written, String mistake, String code, String placeAndHint) {
    assertTrue(GOOD.contains(written), "the fixture must hold what the row changes");
    String broken = GOOD.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(mistake));

    Problem problem = problemOf(broken);

    assertEquals(code, problem.code());
    String[] parts = placeAndHint.split(" … ", 2);
    assertTrue(problem.whatHappened().contains(parts[0]), problem.toString());
    assertTrue(problem.nextStep().contains(parts[1]), problem.toString());
  }

  @ParameterizedTest(name = "not a programme file: {0}")
  @ValueSource(
      strings = {"", "   \n", "# only a comment", "programmes: [", "a: b: c", "\t- x", "@", "%"})
  void what_is_no_yaml_is_answered_with_a_problem(String text) {
    assertEquals("PROGRAMME_YAML", problemOf(text).code());
  }

  @ParameterizedTest(name = "not a programme file: {0}")
  @ValueSource(strings = {"just words", "- a\n- b", "programmes: 3", "programmes: {a: b}", "3: 4"})
  void yaml_that_is_no_programme_file_is_answered_with_a_problem(String text) {
    assertTrue(problemOf(text).code().startsWith("PROGRAMME_"));
  }

  @Test
  void a_file_that_points_into_itself_does_not_run_for_ever() {
    assertEquals("PROGRAMME_VALUE_INVALID", problemOf("programmes: &a [*a]").code());
  }

  @Test
  void a_file_over_a_million_characters_is_refused_unread() {
    assertEquals("PROGRAMME_TOO_LARGE", problemOf("#".repeat(1_000_001)).code());
  }

  @Test
  void two_slots_with_one_name_are_refused_where_the_programme_stands() {
    String twice =
        """
        programmes:
          - id: sang
            title: Bản tin sáng
            zones: thon-1
            slots:
              - {id: tin, at: "05:30", days: daily, announcement: tin-xa}
              - {id: tin, at: "05:40", days: daily, announcement: tin-xa}
        """;

    assertEquals(
        "PROGRAMME_VALUE_INVALID: Line 2, column 5: Programme sang has two slots named tin."
            + " Change the values of this block so that the rule holds.",
        problemOf(twice).toString());
  }

  @ParameterizedTest(name = "at {0}, \"{1}\" is {2} s of grace")
  @CsvSource({
    "05:30, skip after 0s, 0",
    "05:30, skip after 90s, 90",
    "05:30, skip after 10m, 600",
    "05:30, skip after 24h, 86400",
    "05:30, play until 05:45, 900",
    "05:30, play until 05:30, 0",
    "23:50, play until 00:10, 1200",
    "05:30, play until 05:30:30, 30",
  })
  void a_late_rule_in_words_is_a_length_of_time(String at, String words, int seconds) {
    String file = GOOD.replace("\"05:30\"", "\"" + at + "\"").replace("play until 05:45", words);

    LateRule late = ProgrammeFile.read(file).programmes().get(0).slots().get(0).late();

    assertEquals(Duration.ofSeconds(seconds), late.grace());
  }

  private static Problem problemOf(String yaml) {
    return assertThrows(ProblemException.class, () -> ProgrammeFile.read(yaml)).problem();
  }
}

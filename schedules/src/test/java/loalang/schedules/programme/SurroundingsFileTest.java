// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.LateRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relays, voices, echo chains, holidays, exceptions and merged repeats, as they are written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurroundingsFileTest {
  private static final String FILE =
      """
      zones: [{zone: cum-1, in: xa}, {zone: cum-2, in: xa}]
      echo: [{id: duong, clusters: [cum-1, cum-2], step: 340 metres}]
      holidays: [{date: 2026-09-01, name: Quốc khánh}]
      programmes:
        - id: sang
          title: Sáng
          zones: xa
          except: [2026-06-10, 2026-06-12]
          voices: [{zones: cum-1, dialect: southern}, {zones: cum-2, language: km}]
          slots:
            - id: phien
              at: "05:30"
              days: daily
              items: [{relay: vov1, lasts: 15m, fallback: [xin-loi, nhac-nen]}]
              late: merge until 06:00
      """;

  @Test
  void everything_that_was_written_is_understood() {
    ProgrammeSheet sheet = ProgrammeFile.read(FILE);
    Programme programme = sheet.programmes().get(0);
    Slot slot = programme.slots().get(0);

    assertEquals(Duration.ofMillis(991), sheet.echo().get(0).step());
    assertEquals("Quốc khánh", sheet.holidays().get(LocalDate.of(2026, 9, 1)));
    assertEquals(
        Set.of(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 12)), programme.season().except());
    assertEquals(
        List.of(
            new Audience.Voice(Set.of(new PagingZone("cum-1")), "vi", Audience.Dialect.SOUTHERN),
            new Audience.Voice(Set.of(new PagingZone("cum-2")), "km", null)),
        programme.audience().voices());
    assertEquals(
        Optional.of(Audience.Dialect.SOUTHERN),
        programme.audience().voices().get(0).wantedDialect());
    assertEquals(
        List.of(
            new RelayItem(
                new RelayItem.Source("vov1"),
                Duration.ofMinutes(15),
                List.of(new AnnouncementId("xin-loi"), new AnnouncementId("nhac-nen")))),
        slot.items());
    assertEquals(LateRule.mergeWithin(Duration.ofMinutes(30)), slot.late());
  }

  @Test
  void what_was_written_can_be_written_again() {
    ProgrammeSheet sheet = ProgrammeFile.read(FILE);

    String text = ProgrammeFile.write(sheet);

    assertEquals(sheet, ProgrammeFile.read(text));
    assertTrue(text.contains("step: 991 ms"), text);
    assertTrue(text.contains("late: merge within 1800s"), text);
    assertTrue(text.contains("dialect: southern"), text);
  }

  @ParameterizedTest(name = "step {0} is {1} ms")
  @CsvSource({"343 metres, 1000", "340 met, 991", "1 metres, 3", "1200 ms, 1200", "1200ms, 1200"})
  void an_echo_step_is_a_distance_or_a_time(String step, long millis) {
    assertEquals(
        Duration.ofMillis(millis),
        ProgrammeFile.read(FILE.replace("340 metres", step)).echo().get(0).step());
  }

  @ParameterizedTest(name = "{0} for {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "340 metres | 5 m | PROGRAMME_VALUE_INVALID | a distance as 340 metres",
        "340 metres | 2000 metres | PROGRAMME_VALUE_INVALID | at most 5000 ms",
        "340 metres | 0 ms | PROGRAMME_VALUE_INVALID | over 0",
        "[cum-1, cum-2] | [cum-1] | PROGRAMME_VALUE_INVALID | 2 to 50 clusters",
        "[cum-1, cum-2] | [cum-1, cum-1] | PROGRAMME_VALUE_INVALID | each once",
        "date: 2026-09-01 | date: 1/9 | SLOT_DATE_INVALID | 2026-11-25",
        "dialect: southern | dialect: sài-gòn | PROGRAMME_VALUE_INVALID | northern, central",
        "language: km | language: Khmer | PROGRAMME_VALUE_INVALID | as vi, km or hmn",
        "language: km | {language: km, dialect: central | PROGRAMME_YAML | Line",
        "relay: vov1 | relay: VOV 1 | PROGRAMME_VALUE_INVALID | the name of a station",
        "lasts: 15m | lasts: 4h | PROGRAMME_VALUE_INVALID | lasts PT1S to PT3H",
        "lasts: 15m | length: 15m | PROGRAMME_KEY_UNKNOWN | Accepted: relay, lasts, fallback",
        "merge until 06:00 | merge until six | LATE_RULE_INVALID | merge within 30m",
        "except: [2026-06-10 | except: [hôm nay | SLOT_DATE_INVALID | Line 8, column 14",
      })
  void a_mistake_is_answered_with_what_is_accepted(
      String written, String mistake, String code, String hint) {
    String broken = FILE.replace(written, mistake);

    Problem problem =
        assertThrows(ProblemException.class, () -> ProgrammeFile.read(broken)).problem();

    assertEquals(code, problem.code(), problem.toString());
    assertTrue(problem.toString().contains(hint), problem.toString());
  }

  @Test
  void a_cluster_stands_in_one_chain() {
    String twice =
        FILE.replace("echo: [", "echo: [{id: cho, clusters: [cum-2, cum-3], step: 100 ms}, ");

    Problem problem =
        assertThrows(ProblemException.class, () -> ProgrammeFile.read(twice)).problem();

    assertTrue(problem.whatHappened().contains("\"cum-2\" stands in two"), problem.toString());
  }

  @ParameterizedTest(name = "fallback {0}: {1} lines")
  @CsvSource(
      delimiter = '|',
      value = {"silence | 0", "xin-loi | 1", "[xin-loi, nhac-nen] | 2"})
  void without_a_station_there_is_a_fallback_or_silence(String fallback, int lines) {
    Slot slot =
        ProgrammeFile.read(FILE.replace("[xin-loi, nhac-nen]", fallback))
            .programmes()
            .get(0)
            .slots()
            .get(0);

    assertEquals(lines, ((RelayItem) slot.items().get(0)).fallback().size());
    assertEquals(LocalTime.of(5, 30), slot.at());
  }
}

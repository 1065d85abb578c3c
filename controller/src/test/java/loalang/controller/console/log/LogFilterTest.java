// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import loalang.controller.ledger.Question;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogFilterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void nothing_said_means_the_last_seven_days() {
    LogFilter filter = read(Map.of());
    assertEquals("from=2026-11-16&to=2026-11-22", filter.query());
    Question asked = filter.question(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertEquals("2026-11-15T17:00:00Z", asked.from().toString());
    assertEquals("2026-11-22T17:00:00Z", asked.until().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "hôm qua,    2026-11-22, log.wrong-day",
    "0001-01-01, 2026-11-22, log.wrong-day",
    "2026-11-22, 2026-11-21, log.wrong-order",
    "2025-11-21, 2026-11-22, log.wrong-span",
    "2025-11-22, 2026-11-22, ''",
  })
  void days_that_make_no_sense_are_told(String from, String to, String wrong) {
    LogFilter filter = read(Map.of("from", from, "to", to));
    assertEquals(wrong, filter.wrong().orElse(""));
  }

  @Test
  void what_is_chosen_stands_in_the_address_again_and_nonsense_does_not() {
    LogFilter filter =
        read(
            Map.of(
                "zone",
                "thon-mot",
                "state",
                "missing",
                "priority",
                "emergency",
                "words",
                "bão & lũ",
                "page",
                "3"));
    assertEquals(
        "from=2026-11-16&to=2026-11-22&zone=thon-mot&priority=emergency&state=missing"
            + "&words=b%C3%A3o+%26+l%C5%A9",
        filter.query());
    assertEquals(3, filter.page());
    LogFilter nonsense =
        read(Map.of("zone", "a/b", "state", "' OR 1", "priority", "x", "page", "-7"));
    assertEquals("from=2026-11-16&to=2026-11-22", nonsense.query());
    assertEquals(1, nonsense.page());
  }

  private static LogFilter read(Map<String, String> query) {
    return LogFilter.read(name -> Optional.ofNullable(query.get(name)), TODAY);
  }
}

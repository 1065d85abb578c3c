// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuietHoursTest {

  @ParameterizedTest(name = "{0} in Vietnam: quiet {1}")
  @CsvSource({
    "20:59:59, false",
    "21:00:00, true",
    "23:59:59, true",
    "00:00:00, true",
    "05:29:59, true",
    "05:30:00, false",
    "12:00:00, false"
  })
  void the_night_crosses_midnight(LocalTime time, boolean quiet) {
    Instant instant =
        time.atDate(LocalDate.of(2026, 11, 22)).atZone(QuietHours.VIETNAM).toInstant();
    assertEquals(quiet, QuietHours.DEFAULT.cover(instant));
  }

  @ParameterizedTest(name = "after {0}: {1}")
  @CsvSource({
    "2026-11-22T13:59:59Z, 2026-11-22T14:00:00Z",
    "2026-11-22T14:00:00Z, 2026-11-23T14:00:00Z",
    "2026-11-22T18:00:00Z, 2026-11-23T14:00:00Z"
  })
  void the_next_beginning_is_after_now(Instant now, Instant next) {
    assertEquals(next, QuietHours.DEFAULT.nextBeginning(now));
  }

  @Test
  void a_noon_rest_lies_within_a_day() {
    QuietHours rest = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0), QuietHours.VIETNAM);
    assertEquals(true, rest.cover(Instant.parse("2026-11-22T05:00:00Z")));
    assertEquals(false, rest.cover(Instant.parse("2026-11-22T06:00:00Z")));
  }

  @Test
  void quiet_hours_without_length_are_refused() {
    LocalTime nine = LocalTime.of(21, 0);
    assertThrows(
        IllegalArgumentException.class, () -> new QuietHours(nine, nine, QuietHours.VIETNAM));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import loalang.protocol.Priority;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuietHoursTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest(name = "with quiet hours {0}–{1}, {2} is quiet: {3}")
  @CsvSource({
    "21:00, 05:30, 20:59:59, false",
    "21:00, 05:30, 21:00:00, true",
    "21:00, 05:30, 23:59:59, true",
    "21:00, 05:30, 00:00:00, true",
    "21:00, 05:30, 05:29:59, true",
    "21:00, 05:30, 05:30:00, false",
    "21:00, 05:30, 12:00:00, false",
    "11:30, 13:30, 11:29:59, false",
    "11:30, 13:30, 11:30:00, true",
    "11:30, 13:30, 13:29:59, true",
    "11:30, 13:30, 13:30:00, false",
    "00:00, 05:00, 00:00:00, true",
    "00:00, 05:00, 23:59:59, false",
    "21:00, 00:00, 23:59:59, true",
    "21:00, 00:00, 00:00:00, false",
  })
  void a_window_holds_its_first_second_and_not_its_last_end(
      LocalTime from, LocalTime until, LocalTime time, boolean quiet) {
    QuietHours hours = new QuietHours(from, until, VIETNAM);

    assertEquals(quiet, hours.cover(vietnam(time)));
  }

  @Test
  void the_wall_clock_is_that_of_the_commune_not_of_the_machine() {
    // 22:30 UTC is 05:30 the next morning in Vietnam.
    assertEquals(false, QuietHours.USUAL.cover(Instant.parse("2026-11-22T22:30:00Z")));
    assertEquals(true, QuietHours.USUAL.cover(Instant.parse("2026-11-22T22:29:59Z")));
  }

  @ParameterizedTest(name = "{0} at {1} is refused: {2}")
  @CsvSource({
    "ROUTINE,   05:00, true",
    "PRIORITY,  05:00, true",
    "EMERGENCY, 05:00, false",
    "ROUTINE,   05:30, false",
  })
  void only_an_emergency_sounds_in_quiet_hours(Priority priority, LocalTime time, boolean refused) {
    assertEquals(
        refused,
        QuietHoursPolicy.refusal(QuietHours.USUAL, priority, vietnam(time), "Bản tin sáng")
            .isPresent());
  }

  @Test
  void the_refusal_says_what_when_and_the_next_step() {
    String refusal =
        QuietHoursPolicy.refusal(
                QuietHours.USUAL, Priority.ROUTINE, vietnam(LocalTime.of(5, 0)), "\"Bản tin sáng\"")
            .orElseThrow()
            .toString();

    assertEquals(
        "RUNDOWN_QUIET_HOURS: \"Bản tin sáng\" at 05:00 lies in quiet hours 21:00–05:30."
            + " Move it to 05:30 or later, have a second person release it, or ask for priority"
            + " emergency.",
        refusal);
  }

  @Test
  void a_window_without_length_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new QuietHours(LocalTime.NOON, LocalTime.NOON, VIETNAM));
  }

  private static Instant vietnam(LocalTime time) {
    return LocalDateTime.of(2026, 11, 23, 0, 0).with(time).atZone(VIETNAM).toInstant();
  }
}

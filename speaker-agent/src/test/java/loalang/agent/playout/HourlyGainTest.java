// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HourlyGainTest {
  private static final HourlyGain TABLE = HourlyGain.parse("05:30-06:30=-6,18:00-20:00=-3.5");

  @ParameterizedTest(name = "{0} UTC, ordered {1} dB: {2} dB")
  @CsvSource({
    "2026-11-22T22:29:59Z, 0, 0",
    "2026-11-22T22:30:00Z, 0, -6",
    "2026-11-22T23:29:59Z, -10, -16",
    "2026-11-22T23:30:00Z, -10, -10",
    "2026-11-22T12:00:00Z, 0, -3.5",
    "2026-11-22T22:30:00Z, -58, -60"
  })
  void the_hour_and_the_order_add_up(Instant instant, double ordered, double decibels) {
    assertEquals(new Gain(decibels), TABLE.at(instant, new Volume(new Gain(ordered), null)));
  }

  @Test
  void no_table_is_as_loud_at_every_hour() {
    assertEquals(HourlyGain.LEVEL, HourlyGain.parse(" "));
    assertEquals(Gain.CALIBRATED, HourlyGain.LEVEL.at(Instant.EPOCH, Volume.CALIBRATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"05:30-06:30", "05:30=-6", "05:30-06:30=6", "05:30-06:30=loud"})
  void what_is_no_table_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> HourlyGain.parse(text));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VolumeTest {

  private static Volume.Hours hours(String from, String until, double gain) {
    return new Volume.Hours(LocalTime.parse(from), LocalTime.parse(until), new Gain(gain));
  }

  @ParameterizedTest
  @CsvSource({
    "05:29, -3",
    "05:30, -12",
    "06:29, -12",
    "06:30, -3",
    "21:59, -3",
    "22:00, -20",
    "00:00, -20",
    "04:59, -20",
    "05:00, -3"
  })
  void an_hour_with_a_gain_of_its_own_counts_in_place_of_the_level(String time, double gain) {
    Volume volume =
        new Volume(
            new Gain(-3), List.of(hours("05:30", "06:30", -12), hours("22:00", "05:00", -20)));
    assertEquals(new Gain(gain), volume.at(LocalTime.parse(time)));
  }

  @Test
  void two_gains_never_hold_at_one_time() {
    List<Volume.Hours> both = List.of(hours("05:00", "07:00", -3), hours("06:00", "08:00", -6));
    assertThrows(IllegalArgumentException.class, () -> new Volume(Gain.CALIBRATED, both));
  }

  @Test
  void the_same_hours_twice_are_two_gains_at_one_time() {
    List<Volume.Hours> twice = Collections.nCopies(2, hours("05:00", "07:00", -3));
    List<Volume.Hours> equal = List.of(hours("05:00", "07:00", -3), hours("05:00", "07:00", -3));
    assertThrows(IllegalArgumentException.class, () -> new Volume(Gain.CALIBRATED, equal));
    assertThrows(IllegalArgumentException.class, () -> new Volume(Gain.CALIBRATED, twice));
  }

  @Test
  void hours_that_end_where_they_begin_are_none() {
    assertThrows(IllegalArgumentException.class, () -> hours("05:00", "05:00", -3));
  }

  @Test
  void no_hours_is_written_in_one_way() {
    assertEquals(Volume.CALIBRATED, new Volume(Gain.CALIBRATED, List.of()));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PcmTest {

  @Test
  void samples_are_copied_in_and_out() {
    float[] given = {0.5f};
    Pcm sound = Pcm.of(given, 8_000);

    given[0] = 9;
    sound.samples()[0] = 9;

    assertEquals(0.5f, sound.samples()[0]);
  }

  @Test
  void sixteen_bit_samples_have_the_least_significant_byte_first() {
    Pcm sound = Pcm.ofInt16LittleEndian(new byte[] {0, 64, 0, -128, 7}, 8_000);

    assertArrayEquals(new float[] {0.5f, -1f}, sound.samples());
  }

  @Test
  void leaving_as_sixteen_bits_clips_and_pads_with_silence() {
    short[] frame = new short[4];

    Pcm.of(new float[] {0, 2, -2, 0.5f}, 8_000).copyInt16(1, frame);

    assertArrayEquals(new short[] {32_767, -32_768, 16_384, 0}, frame);
  }

  @Test
  void length_and_level_are_told() {
    Pcm sound = Sounds.sine(1_000, 1, 1.5, 16_000);

    assertEquals(Duration.ofMillis(1_500), sound.duration());
    assertEquals(-3.01, sound.rmsDbfs(), 0.01);
    assertEquals(24_000, sound.length());
    assertEquals(Double.NEGATIVE_INFINITY, Pcm.silence(Duration.ofSeconds(1), 8_000).rmsDbfs());
    assertEquals(Double.NEGATIVE_INFINITY, Pcm.silence(Duration.ZERO, 8_000).rmsDbfs());
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void a_sample_that_is_no_number_is_refused(float sample) {
    assertThrows(IllegalArgumentException.class, () -> Pcm.of(new float[] {0, sample}, 8_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7_999, 192_001})
  void an_impossible_sample_rate_is_refused(int rateHertz) {
    assertThrows(IllegalArgumentException.class, () -> Pcm.of(new float[1], rateHertz));
  }
}

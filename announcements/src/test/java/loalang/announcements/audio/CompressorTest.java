// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompressorTest {
  private static final Compressor TWO_TO_ONE = new Compressor(-20, 2, 0, 5, 100);

  @ParameterizedTest(name = "{0} dBFS in, {1} dBFS out")
  @CsvSource({"-40,-40", "-21,-21", "-10,-15", "0,-10"})
  void a_steady_tone_comes_out_as_the_curve_says(double in, double out) {
    double peak = Math.pow(10, in / 20) * Math.sqrt(2);

    Pcm even = TWO_TO_ONE.compress(Sounds.sine(1_000, peak, 2, 16_000));

    assertEquals(out, even.stretch(16_000, 16_000).rmsDbfs(), 0.3);
  }

  @Test
  void the_knee_bends_without_a_step() {
    Compressor soft = new Compressor(-20, 3, 8, 5, 100);
    double before = soft.gainDbAt(-60);
    for (double level = -60; level <= 0; level += 0.1) {
      double gain = soft.gainDbAt(level);
      assertTrue(gain <= before + 1e-9 && before - gain < 0.08, "at " + level);
      before = gain;
    }
    assertEquals(-20 * 2 / 3.0, soft.gainDbAt(0), 1e-9);
  }

  @Test
  void a_soft_syllable_comes_nearer_to_a_loud_one() {
    Pcm loud = Sounds.sine(500, 0.8, 1, 16_000);
    Pcm soft = Sounds.sine(500, 0.08, 1, 16_000);

    Pcm even = Compressor.GENTLE.compress(Sounds.after(loud, soft));

    double apart = even.stretch(4_000, 10_000).rmsDbfs() - even.stretch(22_000, 9_000).rmsDbfs();
    assertTrue(apart < 15 && apart > 8, apart + " dB apart, 20 before");
  }

  @Test
  void silence_stays_silence_and_lengths_stay() {
    Pcm silence = Pcm.silence(Duration.ofSeconds(1), 16_000);

    Pcm even = Compressor.GENTLE.compress(silence);

    assertEquals(silence.length(), even.length());
    assertEquals(Double.NEGATIVE_INFINITY, even.rmsDbfs());
  }

  @Test
  void what_is_no_setting_of_a_compressor_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Compressor(-61, 2, 6, 5, 100));
    assertThrows(IllegalArgumentException.class, () -> new Compressor(-20, 0.9, 6, 5, 100));
    assertThrows(IllegalArgumentException.class, () -> new Compressor(-20, 2, 25, 5, 100));
    assertThrows(IllegalArgumentException.class, () -> new Compressor(-20, 2, 6, 0.5, 100));
    assertThrows(IllegalArgumentException.class, () -> new Compressor(-20, 2, 6, 5, Double.NaN));
  }
}

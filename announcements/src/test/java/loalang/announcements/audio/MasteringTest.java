// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import loalang.announcements.audio.Mastering.Master;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MasteringTest {

  @ParameterizedTest(name = "given at {0} times its level")
  @ValueSource(doubles = {0.1, 0.5, 1, 10})
  void speech_of_any_level_comes_to_the_target_and_below_the_ceiling(double level) {
    Pcm quiet = amplified(Sounds.bursts(7, 16_000 * 8, 16_000), level);

    Master master = Mastering.HORN.master(quiet);

    assertEquals(-16, master.loudness().integratedLufs(), 0.1);
    assertTrue(master.loudness().truePeakDbtp() <= -1.4, master.loudness().toString());
    assertEquals(master.loudness(), Loudness.of(master.sound()));
    assertEquals(quiet.length(), master.sound().length());
  }

  @Test
  void what_needs_no_limiting_is_only_amplified() {
    Pcm sine = Sounds.sine(997, 0.05, 2, 16_000);

    Pcm louder = new Mastering(-20, -1).master(sine).sound();

    double factor = louder.samples()[5_000] / sine.samples()[5_000];
    for (int i = 0; i < sine.length(); i += 97) {
      assertEquals(sine.samples()[i] * factor, louder.samples()[i], 1e-5);
    }
  }

  @Test
  void silence_cannot_be_made_loud() {
    Pcm silence = Pcm.silence(Duration.ofSeconds(2), 16_000);

    assertThrows(IllegalArgumentException.class, () -> Mastering.HORN.master(silence));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-32, -9, Double.NaN})
  void a_target_that_is_no_loudness_is_refused(double targetLufs) {
    assertThrows(IllegalArgumentException.class, () -> new Mastering(targetLufs, -1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-21, 0.1, Double.NaN})
  void a_ceiling_above_full_scale_is_refused(double ceilingDbtp) {
    assertThrows(IllegalArgumentException.class, () -> new Mastering(-16, ceilingDbtp));
    assertThrows(IllegalArgumentException.class, () -> new Limiter(ceilingDbtp));
  }

  private static Pcm amplified(Pcm sound, double factor) {
    float[] samples = sound.samples();
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) factor;
    }
    return Pcm.of(samples, sound.rateHertz());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoudnessTest {

  /** ITU-R BS.1770-4: a 0 dBFS sine of 997 Hz in one channel measures -3.01 LUFS. */
  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 48_000})
  void the_reference_sine_measures_the_same_at_every_sample_rate(int rateHertz) {
    assertEquals(-3.01, Loudness.of(Sounds.sine(997, 1, 3, rateHertz)).integratedLufs(), 0.1);
  }

  @Test
  void silence_between_words_does_not_count() {
    Pcm words = Sounds.sine(997, 0.1, 3, 16_000);
    Pcm withPause = Sounds.after(words, Pcm.silence(Duration.ofSeconds(30), 16_000));

    assertEquals(Loudness.of(words).integratedLufs(), Loudness.of(withPause).integratedLufs(), 0.3);
  }

  @Test
  void what_is_far_quieter_than_the_rest_does_not_count() {
    Pcm loud = Sounds.sine(997, 0.1, 3, 16_000);
    Pcm quiet = Sounds.sine(997, 0.001, 30, 16_000);

    assertEquals(-23, Loudness.of(Sounds.after(loud, quiet)).integratedLufs(), 0.3);
  }

  @Test
  void silence_has_no_loudness() {
    Loudness loudness = Loudness.of(Pcm.silence(Duration.ofSeconds(3), 16_000));

    assertEquals(new Loudness(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY), loudness);
  }

  /** A sine sampled only beside its peaks: sample peak -3 dB, true peak 0 dB. */
  @Test
  void a_peak_between_two_samples_is_found() {
    float[] samples = new float[4_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(Math.PI / 2 * i + Math.PI / 4);
    }

    assertEquals(0, TruePeak.dbtp(Pcm.of(samples, 16_000)), 0.25);
  }

  @ParameterizedTest(name = "{0} Hz at {1} of full scale")
  @CsvSource({"1000,0.1", "200,0.5", "3000,0.05"})
  void sines_measure_as_ffmpeg_measures_them(double hertz, double level) throws Exception {
    assertAsFfmpeg(Sounds.sine(hertz, level, 5, 48_000));
  }

  @Test
  void bursts_of_noise_measure_as_ffmpeg_measures_them() throws Exception {
    assertAsFfmpeg(Sounds.bursts(1, 48_000 * 6, 48_000));
  }

  @Test
  void speech_measures_as_ffmpeg_measures_it() throws Exception {
    Pcm speech = Ffmpeg.espeak("Mời bà con ra nhà văn hoá thôn để họp, bàn việc làm đường.");

    assertAsFfmpeg(speech);
    assertTrue(Loudness.of(speech).integratedLufs() > -30);
  }

  private static void assertAsFfmpeg(Pcm sound) throws Exception {
    Loudness ours = Loudness.of(sound);
    Loudness theirs = Ffmpeg.ebur128(sound);

    assertEquals(theirs.integratedLufs(), ours.integratedLufs(), 0.2);
    assertEquals(theirs.truePeakDbtp(), ours.truePeakDbtp(), 0.3);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import loalang.protocol.audio.Chirp;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChirpFinderTest {
  private static final int TEN_MINUTES = 600;

  private static ChirpFinder heard(float[] sound, int rateHertz) {
    ChirpFinder finder = new ChirpFinder(rateHertz);
    finder.hear(sound, sound.length);
    return finder;
  }

  @ParameterizedTest(name = "{0} Hz, {1} dB of signal over noise")
  @CsvSource({"8000,10", "8000,0", "8000,-10", "16000,10", "16000,0", "16000,-10", "48000,-10"})
  void the_chirp_is_found_in_noise_fifteen_times_in_fifteen(int rateHertz, int overNoiseDb) {
    for (int seed = 0; seed < 15; seed++) {
      float[] chirp = Sounds.chirp(rateHertz, 0.05);
      double noiseRms = Sounds.rms(chirp) * Math.pow(10, -overNoiseDb / 20.0);
      float[] street = Sounds.noise(seed, 4 * rateHertz, noiseRms);
      int at = rateHertz + seed * rateHertz / 7;
      Sounds.mix(street, chirp, at, 1);

      ChirpFinder.Found found = heard(street, rateHertz).found().orElseThrow();

      assertEquals(
          at, (double) found.sample(), rateHertz / 1_000.0, "at " + found + " seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void the_chirp_is_found_among_speaking_people_and_its_own_echoes(int rateHertz) {
    for (int seed = 0; seed < 15; seed++) {
      float[] street = Sounds.babble(seed, 4 * rateHertz, rateHertz);
      float[] chirp = Sounds.chirp(rateHertz, Sounds.rms(street) / 2);
      Sounds.mix(street, chirp, 2 * rateHertz, 1);
      Sounds.mix(street, chirp, 2 * rateHertz + rateHertz / 12, -0.7);
      Sounds.mix(street, chirp, 2 * rateHertz + rateHertz / 5, 0.5);

      ChirpFinder.Found found = heard(street, rateHertz).found().orElseThrow();

      assertEquals(2 * rateHertz, (double) found.sample(), rateHertz / 1_000.0, "seed " + seed);
    }
  }

  @Test
  void it_is_found_wherever_a_block_ends_and_however_the_samples_come() {
    int rate = 8_000;
    for (int at = 0; at < 16_000; at += 997) {
      float[] street = Sounds.noise(at, 3 * rate, 0.001);
      Sounds.mix(street, Sounds.chirp(rate, 0.1), at, 1);
      ChirpFinder finder = new ChirpFinder(rate);
      for (int from = 0; from < street.length; from += 161) {
        int count = Math.min(161, street.length - from);
        finder.hear(java.util.Arrays.copyOfRange(street, from, from + count), count);
      }

      ChirpFinder.Found found = finder.found().orElseThrow();

      assertEquals(at, (double) found.sample(), 1);
      assertTrue(found.correlation() > 0.95, found.toString());
    }
  }

  @Test
  void ten_minutes_of_speaking_people_are_never_taken_for_the_chirp() {
    ChirpFinder finder = heard(Sounds.babble(7, TEN_MINUTES * 8_000, 8_000), 8_000);

    assertTrue(finder.found().isEmpty(), "was " + finder.best());
    assertTrue(finder.best() < 0.75 * ChirpFinder.HEARD_FROM, "was " + finder.best());
  }

  @Test
  void ten_minutes_of_rain_are_never_taken_for_the_chirp() {
    ChirpFinder finder = heard(Sounds.noise(7, TEN_MINUTES * 8_000, 0.1), 8_000);

    assertTrue(finder.found().isEmpty(), "was " + finder.best());
    assertTrue(finder.best() < 0.75 * ChirpFinder.HEARD_FROM, "was " + finder.best());
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void another_chirp_a_bell_and_a_tone_are_not_ours(int rateHertz) {
    Duration edge = Duration.ofMillis(20);
    float[] twice = new Chirp(Duration.ofMillis(600), 600, 3_400, edge).samples(rateHertz);
    float[] low = new Chirp(Duration.ofMillis(300), 300, 900, edge).samples(rateHertz);
    float[] falling = reversed(Chirp.OURS.samples(rateHertz));
    float[] tone = Sounds.tone(1_000, rateHertz, 2 * rateHertz, 0);
    for (float[] other : new float[][] {twice, low, falling, tone}) {
      float[] street = Sounds.noise(1, 4 * rateHertz, 0.01);
      Sounds.mix(street, other, rateHertz, 0.3);

      ChirpFinder finder = heard(street, rateHertz);

      assertTrue(finder.found().isEmpty(), "was " + finder.best());
    }
  }

  @Test
  void silence_and_a_converter_s_own_noise_are_nothing() {
    assertTrue(heard(new float[40_000], 8_000).found().isEmpty());
    ChirpFinder faint = heard(Sounds.chirp(8_000, 1e-5), 8_000);
    assertEquals(0, faint.best());
  }

  private static float[] reversed(float[] sound) {
    float[] reversed = new float[sound.length];
    for (int i = 0; i < sound.length; i++) {
      reversed[i] = sound[sound.length - 1 - i];
    }
    return reversed;
  }
}

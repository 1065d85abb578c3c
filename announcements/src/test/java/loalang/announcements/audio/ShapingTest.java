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

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShapingTest {
  private static final Shaping SHAPING = new Shaping(16_000);

  @Test
  void silence_at_the_ends_goes_and_silence_within_stays() {
    Pcm word = Sounds.sine(500, 0.5, 0.3, 22_050);
    Pcm half = Pcm.silence(Duration.ofMillis(500), 22_050);
    Pcm utterance = Sounds.after(half, Sounds.after(word, Sounds.after(half, word)));

    Pcm trimmed = SHAPING.trim(Sounds.after(utterance, half));

    assertEquals(1.1, trimmed.duration().toMillis() / 1000.0, 0.03);
  }

  @Test
  void a_sound_all_silent_trims_to_nothing() {
    Pcm silence = Pcm.silence(Duration.ofSeconds(1), 22_050);

    assertEquals(0, SHAPING.trim(silence).length());
    assertEquals(0, SHAPING.shape(silence).length());
  }

  @ParameterizedTest(name = "from {0} Hz")
  @CsvSource({"8000", "16000", "22050", "24000", "48000"})
  void resampling_keeps_a_tone_in_pitch_level_and_place(int rateHertz) {
    float[] resampled = SHAPING.resample(Sounds.sine(1_000, 0.5, 1, rateHertz)).samples();

    float[] wanted = Sounds.sine(1_000, 0.5, 1, 16_000).samples();
    double error = 0;
    for (int i = 800; i < 15_200; i++) {
      error = Math.max(error, Math.abs(wanted[i] - resampled[i]));
    }
    assertTrue(error < 0.002, "off by " + error);
  }

  @Test
  void resampling_down_leaves_no_ghost_of_what_is_too_high() {
    Pcm resampled = SHAPING.resample(Sounds.sine(10_000, 0.5, 1, 48_000));

    assertTrue(Sounds.levelDb(resampled, 6_000) < -60);
  }

  @ParameterizedTest(name = "{0} Hz: {1} to {2} dB")
  @CsvSource({
    "50,-60,-40",
    "90,-30,-20",
    "180,-3.5,-2.5",
    "400,-0.3,0.1",
    "3000,-0.4,0.1",
    "6500,-3.5,-2.5"
  })
  void rumble_goes_and_speech_stays(double hertz, double atLeastDb, double atMostDb) {
    double levelDb = Sounds.levelDb(Band.HORN.filter(Sounds.sine(hertz, 1, 4, 16_000)), hertz);

    assertTrue(levelDb >= atLeastDb && levelDb <= atMostDb, hertz + " Hz at " + levelDb);
  }
}

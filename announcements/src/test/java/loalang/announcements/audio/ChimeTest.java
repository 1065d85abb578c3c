// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChimeTest {

  static Stream<Chime> chimes() {
    return Stream.of(Chime.RISING, Chime.URGENT);
  }

  @ParameterizedTest
  @MethodSource("chimes")
  void a_matched_filter_finds_the_chirp_where_the_chime_says_it_is(Chime chime) {
    Pcm sound = chime.sound(16_000);

    int found = bestMatch(sound.samples(), Chime.chirp(16_000).samples());

    assertEquals(chime.chirpStart().toNanos() / 62_500.0, found, 2);
  }

  @ParameterizedTest
  @MethodSource("chimes")
  void a_chime_is_short_and_never_clips(Chime chime) {
    Pcm sound = chime.sound(16_000);

    assertTrue(sound.duration().compareTo(Duration.ofMillis(2_600)) < 0, sound.toString());
    assertTrue(Loudness.of(sound).truePeakDbtp() < 0);
    assertTrue(sound.rmsDbfs() > -30);
  }

  @Test
  void the_chirp_lasts_300_ms_and_sweeps_the_band_of_every_horn() {
    Pcm chirp = Chime.chirp(16_000);

    assertEquals(Duration.ofMillis(300), chirp.duration());
    double inBand = Sounds.levelDb(chirp, 2_000);
    assertTrue(Sounds.levelDb(chirp, 900) > inBand - 3);
    assertTrue(Sounds.levelDb(chirp, 3_100) > inBand - 3);
    assertTrue(Sounds.levelDb(chirp, 300) < inBand - 20);
    assertTrue(Sounds.levelDb(chirp, 4_200) < inBand - 20);
  }

  @Test
  void a_chime_without_bells_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Chime(0.2, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Chime(Double.NaN, List.of(440.0)));
    assertThrows(IllegalArgumentException.class, () -> new Chime(0.2, List.of(-1.0)));
  }

  private static int bestMatch(float[] sound, float[] pattern) {
    int best = 0;
    double highest = 0;
    for (int at = 0; at + pattern.length <= sound.length; at++) {
      double sum = 0;
      for (int i = 0; i < pattern.length; i++) {
        sum += sound[at + i] * pattern[i];
      }
      if (Math.abs(sum) > highest) {
        highest = Math.abs(sum);
        best = at;
      }
    }
    return best;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TempoTest {

  @ParameterizedTest(name = "tempo {0}")
  @ValueSource(doubles = {0.8, 0.9, 1.1, 1.25})
  void a_tone_lasts_longer_or_shorter_and_keeps_its_pitch_and_level(double factor) {
    Pcm tone = Sounds.sine(400, 0.5, 2, 16_000);

    Pcm changed = new Tempo(factor).apply(tone);

    assertEquals(Math.round(tone.length() / factor), changed.length());
    Pcm middle = changed.stretch(4_000, 16_000);
    assertTrue(Sounds.levelDb(middle, 400) > Sounds.levelDb(middle, 400 * factor) + 12);
    assertEquals(tone.rmsDbfs(), middle.rmsDbfs(), 0.5);
  }

  @Test
  void the_ordinary_tempo_touches_nothing() {
    Pcm tone = Sounds.sine(400, 0.5, 1, 16_000);

    assertSame(tone, Tempo.ORDINARY.apply(tone));
  }

  @Test
  void nothing_stays_nothing() {
    assertEquals(0, new Tempo(0.8).apply(Pcm.of(new float[0], 16_000)).length());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.79, 1.26, Double.NaN})
  void a_tempo_at_which_speech_suffers_is_refused(double factor) {
    assertThrows(IllegalArgumentException.class, () -> new Tempo(factor));
  }
}

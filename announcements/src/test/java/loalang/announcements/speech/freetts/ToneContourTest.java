// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.Utterances;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tones as a pitch detector hears them, on several syllables: the shape, not the score. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToneContourTest {
  private static final FreeTtsEngine ENGINE = new FreeTtsEngine();

  @ParameterizedTest
  @ValueSource(strings = {"ma", "lan", "vui", "nhiêu"})
  void the_level_tone_is_level_in_north_and_south_and_climbs_in_the_centre(String word) {
    assertTrue(Math.abs(north(word).rise()) < 1.5, "north " + north(word).rise());
    assertTrue(Math.abs(south(word).rise()) < 1.5, "south " + south(word).rise());
    assertTrue(central(word).rise() > 1.5, "centre " + central(word).rise());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mà", "làn", "vùi", "nhiều"})
  void the_hanging_tone_falls_and_stays_low(String word) {
    for (Melody melody : List.of(north(word), south(word))) {
      assertTrue(melody.rise() < -2, "falls by " + melody.rise());
      assertTrue(melody.end() < north("ma").end() - 5, "ends at " + melody.end());
    }
    assertTrue(central(word).rise() < 0 && central(word).rise() > -3, "" + central(word).rise());
  }

  @ParameterizedTest
  @ValueSource(strings = {"má", "lán", "vúi", "nhiếu"})
  void the_sharp_tone_rises(String word) {
    assertTrue(north(word).rise() > 4, "north " + north(word).rise());
    assertTrue(south(word).rise() > 3, "south " + south(word).rise());
    assertTrue(central(word).rise() > 2, "centre " + central(word).rise());
    assertTrue(central(word).start() < north(word).start() - 2, "the centre starts low");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mả", "lản", "vủi", "nhiểu"})
  void the_asking_tone_dips_and_comes_back(String word) {
    for (Melody melody : List.of(north(word), central(word), south(word))) {
      assertTrue(melody.start() - melody.lowest() > 1.5, "down " + melody.start());
      assertTrue(melody.end() - melody.lowest() > 1.5, "and up " + melody.end());
    }
    assertTrue(north(word).interruption() < 12, "without a break");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mã", "lãn", "vũi", "nhiễu"})
  void the_tumbling_tone_breaks_and_ends_high_in_the_north_alone(String word) {
    assertTrue(north(word).interruption() > 12, "breaks by " + north(word).interruption());
    assertTrue(north(word).rise() > 3, "north " + north(word).rise());
    assertTrue(south(word).interruption() < 12, "south breaks by " + south(word).interruption());
    assertTrue(north(word).end() > south(word).end() + 2, "the South ends lower");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mạ", "lạn", "vụi", "nhiệu"})
  void the_heavy_tone_falls_and_is_cut_off_but_swings_back_in_the_south(String word) {
    for (Melody melody : List.of(north(word), central(word))) {
      assertTrue(melody.end() < melody.start() - 1.5, "falls by " + melody.rise());
    }
    assertTrue(north(word).seconds() < 0.85 * north("ma").seconds(), "short in the north");
    assertTrue(south(word).end() - south(word).lowest() > 0.8, "south " + south(word).end());
    assertTrue(south(word).seconds() > north(word).seconds() * 1.2, "longer in the south");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mát", "lác", "vúp", "nhích"})
  void a_stopped_syllable_rises_quickly_and_nothing_follows_the_stop(String word) {
    assertTrue(north(word).rise() > 2, "rises by " + north(word).rise());
    Melody melody = north(word);
    double end = melody.sung().get(melody.sung().size() - 1).seconds();
    double after =
        melody.notes().stream()
            .filter(note -> note.seconds() > end + 0.05)
            .mapToDouble(Melody.Note::level)
            .max()
            .orElse(-90);
    assertTrue(after < -45, "no burst, heard " + after + " dBFS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi-north", "vi-central", "vi-south"})
  void the_same_words_give_the_same_samples(String voice) {
    Pcm first = say("Xin kính chào bà con.", voice);
    Pcm again = say("Xin kính chào bà con.", voice);

    assertArrayEquals(first.samples(), again.samples());
  }

  private static Melody north(String word) {
    return Melody.of(say(word, "vi-north"));
  }

  private static Melody central(String word) {
    return Melody.of(say(word, "vi-central"));
  }

  private static Melody south(String word) {
    return Melody.of(say(word, "vi-south"));
  }

  private static Pcm say(String text, String voice) {
    return ENGINE.render(Utterances.of(text, FreeTtsEngine.ID, voice));
  }
}

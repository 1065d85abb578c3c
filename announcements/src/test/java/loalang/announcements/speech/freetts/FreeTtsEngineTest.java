// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.Utterances;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class FreeTtsEngineTest {
  private static final Utterance WELCOME =
      Utterances.of("Welcome to our village, dear visitors.", FreeTtsEngine.ID, "kevin16");

  private final FreeTtsEngine engine = new FreeTtsEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void it_speaks_english_without_anything_installed() {
    Pcm sound = engine.render(WELCOME);

    assertEquals(16_000, sound.rateHertz());
    assertTrue(sound.duration().toMillis() > 1_500, sound.toString());
    assertTrue(sound.duration().toMillis() < 5_000, sound.toString());
    assertTrue(sound.rmsDbfs() > -40);
  }

  /** One voice shared by threads truncates without an exception; each thread has its own. */
  @Test
  void utterances_spoken_at_once_are_whole() {
    float[] alone = engine.render(WELCOME).samples();

    List<Pcm> together =
        IntStream.range(0, 6).parallel().mapToObj(i -> engine.render(WELCOME)).toList();

    together.forEach(sound -> assertArrayEquals(alone, sound.samples()));
  }

  /** Found by the library of sample notices: voices that load at once broke each other's tables. */
  @Test
  void voices_that_are_loaded_at_once_load_whole() {
    List<Pcm> together =
        IntStream.range(0, 4).parallel().mapToObj(i -> engine.render(WELCOME)).toList();

    float[] alone = engine.render(WELCOME).samples();
    together.forEach(sound -> assertArrayEquals(alone, sound.samples()));
  }

  @Test
  void a_voice_it_does_not_have_is_told() {
    Utterance alien = Utterances.of("hello", FreeTtsEngine.ID, "alien");

    ProblemException refusal = assertThrows(ProblemException.class, () -> engine.render(alien));

    assertEquals("SPEECH_ENGINE_MISSING", refusal.problem().code());
  }

  @Test
  void a_closed_engine_speaks_no_more() {
    engine.close();

    assertThrows(IllegalStateException.class, () -> engine.render(WELCOME));
  }
}

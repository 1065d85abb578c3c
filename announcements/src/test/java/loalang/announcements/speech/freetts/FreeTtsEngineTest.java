// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class FreeTtsEngineTest {
  private static final Utterance WELCOME =
      Utterances.of("Welcome to our village, dear visitors.", FreeTtsEngine.ID, "kevin16");

  private static final List<String> VIETNAMESE = List.of("vi-north", "vi-central", "vi-south");
  private static final List<String> WORDS = List.of("một", "hai", "ba", "bốn", "sáu", "bảy");

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

  @ParameterizedTest
  @ValueSource(strings = {"vi-north", "vi-central", "vi-south"})
  void it_speaks_vietnamese_without_anything_installed(String voice) {
    Utterance notice =
        Utterances.of("Trạm y tế xã kính mời bà con đi tiêm chủng.", FreeTtsEngine.ID, voice);

    Pcm sound = engine.render(notice);

    assertEquals(16_000, sound.rateHertz());
    assertTrue(sound.duration().toMillis() > 1_800, sound.toString());
    assertTrue(sound.duration().toMillis() < 5_000, sound.toString());
    assertTrue(sound.rmsDbfs() > -30);
  }

  @Test
  void four_threads_hear_the_same_vietnamese_as_one() {
    List<Utterance> notices =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    Utterances.of(
                        "Thôn %s họp lúc bảy giờ, cữ nghỉ và dọn vệ sinh."
                            .formatted(WORDS.get(i % 6)),
                        FreeTtsEngine.ID,
                        VIETNAMESE.get(i % 3)))
            .toList();
    List<float[]> alone = notices.stream().map(n -> engine.render(n).samples()).toList();

    try (FreeTtsEngine fresh = new FreeTtsEngine()) {
      List<float[]> together = onFourThreads(notices, fresh);

      for (int i = 0; i < alone.size(); i++) {
        assertArrayEquals(alone.get(i), together.get(i), "utterance " + i);
      }
    }
  }

  @Test
  void a_text_of_signs_alone_is_refused_and_not_answered_with_silence() {
    Utterance signs = Utterances.of("🙂 …", FreeTtsEngine.ID, "vi-north");

    ProblemException refusal = assertThrows(ProblemException.class, () -> engine.render(signs));

    assertEquals("SPEECH_ENGINE_SILENT", refusal.problem().code());
  }

  @Test
  void a_closed_engine_speaks_no_vietnamese_either() {
    engine.close();

    assertThrows(
        IllegalStateException.class,
        () -> engine.render(Utterances.of("ba", FreeTtsEngine.ID, "vi-south")));
  }

  private static List<float[]> onFourThreads(List<Utterance> notices, FreeTtsEngine fresh) {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<float[]>> pending =
          notices.stream()
              .map(n -> CompletableFuture.supplyAsync(() -> fresh.render(n).samples(), pool))
              .toList();
      return pending.stream().map(CompletableFuture::join).toList();
    } finally {
      pool.shutdownNow();
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import loalang.announcements.audio.Pcm;
import loalang.announcements.testkit.ToneEngine;
import loalang.announcements.voice.EngineId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpeechDeskTest {
  private static final EngineId ID = new EngineId("acted");
  private static final Utterance FIVE_WORDS = Utterances.of("mời bà con ra họp", ID, "x");
  private static final Pcm SPEECH = new ToneEngine().render(FIVE_WORDS);

  @Test
  void what_the_engine_says_is_given_back_as_it_is() {
    assertSame(SPEECH, desk(attempt -> SPEECH).render(FIVE_WORDS));
  }

  @Test
  void a_crash_is_tried_once_more() {
    SpeechDesk desk =
        desk(
            attempt -> {
              if (attempt == 1) {
                throw crash();
              }
              return SPEECH;
            });

    assertSame(SPEECH, desk.render(FIVE_WORDS));
  }

  @Test
  void a_second_crash_is_told_and_there_is_no_third_attempt() {
    AtomicInteger attempts = new AtomicInteger();
    SpeechDesk desk =
        desk(
            attempt -> {
              attempts.set(attempt);
              throw crash();
            });

    assertEquals("SPEECH_ENGINE_CRASHED", refused(desk).code());
    assertEquals(2, attempts.get());
  }

  @Test
  void an_engine_that_is_missing_or_hangs_is_not_tried_again() {
    AtomicInteger attempts = new AtomicInteger();
    SpeechDesk desk =
        desk(
            attempt -> {
              attempts.set(attempt);
              throw new ProblemException(
                  SpeechProblems.timedOut(ID, Duration.ofSeconds(1), FIVE_WORDS));
            });

    assertEquals("SPEECH_ENGINE_TIMED_OUT", refused(desk).code());
    assertEquals(1, attempts.get());
  }

  @Test
  void a_voice_whose_engine_is_not_installed_is_told_by_name() {
    Problem problem =
        assertThrows(ProblemException.class, () -> new SpeechDesk(List.of()).render(FIVE_WORDS))
            .problem();

    assertEquals("SPEECH_ENGINE_MISSING", problem.code());
    assertTrue(problem.whatHappened().contains("acted"), problem.toString());
  }

  @ParameterizedTest(name = "{0} s at level {1}")
  @CsvSource({"0,0.5", "0.29,0.5", "19,0.5", "2,0", "2,0.0003"})
  void what_cannot_be_five_words_is_refused_and_never_passed_on_as_silence(
      double seconds, float level) {
    float[] samples = new float[(int) (seconds * 16_000)];
    java.util.Arrays.fill(samples, level);

    Problem problem = refused(desk(attempt -> Pcm.of(samples, 16_000)));

    assertEquals("SPEECH_ENGINE_SILENT", problem.code());
    assertTrue(problem.whatHappened().contains("mời bà con"), problem.toString());
  }

  @ParameterizedTest
  @CsvSource({"'',1", "' ',1", "a,0"})
  void an_utterance_has_words(String text, int words) {
    assertThrows(
        IllegalArgumentException.class, () -> new Utterance(text, words, FIVE_WORDS.voice()));
  }

  private static Problem refused(SpeechDesk desk) {
    return assertThrows(ProblemException.class, () -> desk.render(FIVE_WORDS)).problem();
  }

  private static ProblemException crash() {
    return new ProblemException(SpeechProblems.crashed(ID, "it fell over", FIVE_WORDS));
  }

  private static SpeechDesk desk(IntFunction<Pcm> attempts) {
    AtomicInteger attempt = new AtomicInteger();
    return new SpeechDesk(
        List.of(
            new SpeechEngine() {
              @Override
              public EngineId id() {
                return ID;
              }

              @Override
              public Pcm render(Utterance utterance) {
                return attempts.apply(attempt.incrementAndGet());
              }

              @Override
              public void close() {}
            }));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.audio.Pcm;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.speech.SpeechDesk;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.Utterances;
import loalang.announcements.speech.freetts.syllable.SpokenText;
import loalang.announcements.voice.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample notices, read as they are read for the loudspeakers, by the voice of this room. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpokenLibraryTest {
  private static final Path LIBRARY = Path.of("library");

  @ParameterizedTest
  @ValueSource(strings = {"vi-north", "vi-central", "vi-south"})
  void every_sentence_of_every_notice_lasts_as_long_as_its_syllables(String voice)
      throws IOException {
    try (SpeechDesk desk = new SpeechDesk(List.of(new FreeTtsEngine()))) {
      for (ScriptSentence sentence : sentences()) {
        Utterance utterance = Utterances.of(sentence.spoken(), FreeTtsEngine.ID, voice);

        Pcm sound = desk.render(utterance);

        double perSyllable = sound.duration().toMillis() / (double) syllables(sentence.spoken());
        assertTrue(
            perSyllable > 170 && perSyllable < 480,
            "%.0f ms a syllable: %s".formatted(perSyllable, sentence.spoken()));
        assertTrue(sound.rmsDbfs() > -30 && sound.rmsDbfs() < -12, sentence.spoken());
        assertTrue(peak(sound) < 1.5, "peak %.2f: %s".formatted(peak(sound), sentence.spoken()));
      }
    }
  }

  /** Processor time, not the clock on the wall: other work must not fail this test. */
  @Test
  void speech_costs_a_small_part_of_its_own_length() throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    List<ScriptSentence> sentences = sentences();
    try (FreeTtsEngine engine = new FreeTtsEngine()) {
      spoken(engine, sentences); // warms up
      long before = clock.getCurrentThreadCpuTime();

      double seconds = spoken(engine, sentences);

      double cost = (clock.getCurrentThreadCpuTime() - before) / 1e9;
      assertTrue(seconds > 50 * cost, "%.0f s cost %.2f s".formatted(seconds, cost));
    }
  }

  private static double spoken(FreeTtsEngine engine, List<ScriptSentence> sentences) {
    return sentences.stream()
        .map(sentence -> Utterances.of(sentence.spoken(), FreeTtsEngine.ID, "vi-north"))
        .mapToDouble(utterance -> engine.render(utterance).duration().toMillis() / 1000.0)
        .sum();
  }

  private static List<ScriptSentence> sentences() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARY)) {
      List<ScriptSentence> sentences =
          files
              .filter(file -> !file.endsWith("README.md"))
              .sorted()
              .map(SpokenLibraryTest::notice)
              .filter(notice -> notice.language().sameLanguageAs(Language.VIETNAMESE))
              .map(notice -> VietnameseNormaliser.standard().read(notice.body()))
              .flatMap(script -> script.sentences().stream())
              .toList();
      assertTrue(sentences.size() > 20, "only " + sentences.size() + " sentences");
      return sentences;
    }
  }

  private static Notice notice(Path file) {
    try {
      return NoticeFile.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int syllables(String text) {
    return SpokenText.phrases(text).stream().mapToInt(phrase -> phrase.syllables().size()).sum();
  }

  private static double peak(Pcm sound) {
    double peak = 0;
    for (float sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}

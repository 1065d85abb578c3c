// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.espeak.ChildProcess.Outcome;
import loalang.protocol.ProblemException;

/**
 * Words as phonemes of the International Phonetic Alphabet, by espeak-ng as a process. Engines that
 * were trained on its phonemes need it. Usable on many threads at once.
 */
public final class EspeakPhonemes {
  private final EspeakSettings settings;

  /** Phonemes by this program; speed and amplitude mean nothing here. */
  public EspeakPhonemes(EspeakSettings settings) {
    this.settings = settings;
  }

  /**
   * The phonemes of some words, with stress and tone, words apart by a space. Blocks.
   *
   * @param voice of espeak-ng, for example "vi"
   * @param whole the utterance they belong to, for messages
   * @throws ProblemException with a code of {@link SpeechProblems}
   */
  public String of(String words, String voice, Utterance whole) {
    List<String> command =
        List.of(settings.program(), "-q", "--ipa", "-b", "1", "-v", voice, "--stdin");
    Outcome outcome = run(command, words);
    if (outcome instanceof Outcome.Interrupted) {
      throw new ProblemException(SpeechProblems.cancelled());
    }
    if (!(outcome instanceof Outcome.Ended ended)) {
      throw new ProblemException(
          SpeechProblems.timedOut(EspeakEngine.ID, settings.timeLimit(), whole));
    }
    if (ended.exitCode() != 0) {
      String how = "exit code %d, \"%s\"".formatted(ended.exitCode(), ended.complaint());
      throw new ProblemException(SpeechProblems.crashed(EspeakEngine.ID, how, whole));
    }
    return oneLine(ended.output());
  }

  private Outcome run(List<String> command, String words) {
    try {
      return new ChildProcess(settings.timeLimit())
          .run(command, words.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ProblemException(
          SpeechProblems.missing(
              EspeakEngine.ID,
              String.valueOf(e.getMessage()),
              "Neural voices need it too: install it with \"apt-get install espeak-ng\"."),
          e);
    }
  }

  private static String oneLine(InputStream output) {
    try {
      String lines = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return lines.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

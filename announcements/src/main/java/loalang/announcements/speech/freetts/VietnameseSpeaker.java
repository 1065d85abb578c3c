// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import java.util.List;
import java.util.Optional;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.freetts.diphone.Mouth;
import loalang.announcements.speech.freetts.score.Accent;
import loalang.announcements.speech.freetts.score.ScoreWriter;
import loalang.announcements.speech.freetts.syllable.Phrase;
import loalang.announcements.speech.freetts.syllable.SpokenText;
import loalang.protocol.ProblemException;

/**
 * Text to syllables to score to sound. Usable on many threads at once; the recordings are loaded
 * for the first who speaks.
 */
final class VietnameseSpeaker {
  private Optional<Mouth> mouth = Optional.empty();
  private boolean closed;

  /**
   * Speaks.
   *
   * @throws ProblemException SPEECH_ENGINE_SILENT if nothing in the text can be said,
   *     SPEECH_ENGINE_CRASHED if FreeTTS gave up or left something out
   * @throws IllegalStateException if closed
   */
  Pcm speak(Utterance utterance, Accent accent) {
    Mouth ready = mouth();
    List<Phrase> phrases = SpokenText.phrases(utterance.text());
    if (phrases.isEmpty()) {
      throw new ProblemException(
          SpeechProblems.silent(FreeTtsEngine.ID, "nothing that can be said", utterance));
    }
    try {
      return ready.say(ScoreWriter.write(phrases, accent));
    } catch (RuntimeException e) { // its processors throw whatever their arrays throw
      throw new ProblemException(
          SpeechProblems.crashed(FreeTtsEngine.ID, String.valueOf(e.getMessage()), utterance), e);
    }
  }

  private synchronized Mouth mouth() {
    if (closed) {
      throw new IllegalStateException("FreeTTS is closed.");
    }
    Mouth ready = mouth.orElseGet(Mouth::new);
    mouth = Optional.of(ready);
    return ready;
  }

  synchronized void close() {
    closed = true;
    mouth = Optional.empty();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.Tokenizer;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.TokenizerImpl;
import com.sun.speech.freetts.relp.AudioOutput;

/**
 * The voice FreeTTS wants behind an utterance. It is never allocated: its thread and its queue hide
 * errors, and a score has no text to be tokenised.
 */
final class ScoreVoice extends Voice {
  @Override
  public Tokenizer getTokenizer() {
    return new TokenizerImpl();
  }

  @Override
  protected void loader() {
    // nothing of its own: the mouth holds the diphones
  }

  @Override
  protected UtteranceProcessor getAudioOutput() {
    return new AudioOutput();
  }
}

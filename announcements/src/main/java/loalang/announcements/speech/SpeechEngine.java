// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import loalang.announcements.audio.Pcm;
import loalang.announcements.voice.EngineId;

/**
 * What turns an utterance into sound. Usable on many threads at once; {@link #close} frees what it
 * holds, after which nothing may be rendered.
 */
public interface SpeechEngine extends AutoCloseable {

  /** The name by which voices of the catalogue ask for it. */
  EngineId id();

  /**
   * Everything about this engine that changes its sound: version and settings. A sentence spoken
   * earlier is used again only under the same fingerprint. May look at the machine once.
   */
  default String fingerprint() {
    return id().value();
  }

  /** Whether a model trained on speech makes the sound; false for rules, formants and diphones. */
  default boolean isTrained() {
    return false;
  }

  /**
   * Speaks. Blocks, for a limited time.
   *
   * @return the whole utterance at the engine's own sample rate and level
   * @throws loalang.protocol.ProblemException with a code of {@link SpeechProblems}
   */
  Pcm render(Utterance utterance);

  @Override
  void close();
}

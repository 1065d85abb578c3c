// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sentence;

import loalang.announcements.audio.Levels;
import loalang.announcements.encode.CodedSound;

/**
 * A sentence and the pause after it, ready to be joined with others.
 *
 * @param sound its packets, together a multiple of a tenth of a second
 * @param levels as a listener gets it
 * @param speechSamples how long the speech is without the pause, 0 or more, at the rate it was
 *     coded at
 * @param samples how long all of it is, at least the speech
 * @throws IllegalArgumentException if the speech is longer than the whole
 */
public record CodedSentence(CodedSound sound, Levels levels, int speechSamples, int samples) {
  public CodedSentence {
    if (speechSamples < 0 || samples < speechSamples) {
      throw new IllegalArgumentException(
          "Speech of %d samples does not fit into %d.".formatted(speechSamples, samples));
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import loalang.announcements.voice.Voice;

/**
 * One sentence for one engine.
 *
 * @param text what to say, as a reader of the voice's language gave it; 1 to {@value
 *     #MAX_CHARACTERS} characters, not blank
 * @param words how many words or syllables that is, 1 or more: the measure of how long it must last
 * @param voice who says it
 * @throws IllegalArgumentException if a value is out of range
 */
public record Utterance(String text, int words, Voice voice) {
  /** The longest text of one utterance: about ten minutes of speech. */
  public static final int MAX_CHARACTERS = 10_000;

  public Utterance {
    if (text.isBlank() || text.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "An utterance is 1 to %d characters and not blank, had %d."
              .formatted(MAX_CHARACTERS, text.length()));
    }
    if (words < 1) {
      throw new IllegalArgumentException("An utterance has a word or more, had " + words + ".");
    }
  }

  /** The beginning of the text, for messages. */
  public String shortened() {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}

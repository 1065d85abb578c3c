// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import java.util.List;

/**
 * What is said in one breath.
 *
 * @param syllables at least one
 * @param end how it ends
 * @throws IllegalArgumentException if there is no syllable
 */
public record Phrase(List<Syllable> syllables, End end) {

  /** How long the voice rests after a phrase, and how far it falls before. */
  public enum End {
    /** A short stop inside a long run of words, with no mark in the text. */
    BREATH,
    /** A comma, a bracket, a dash. */
    COMMA,
    /** A colon or semicolon. */
    CLAUSE,
    /** A full stop or exclamation mark, or the end of the text. */
    SENTENCE,
    /** A question mark. */
    QUESTION
  }

  public Phrase {
    syllables = List.copyOf(syllables);
    if (syllables.isEmpty()) {
      throw new IllegalArgumentException("A phrase has a syllable or more.");
    }
  }
}

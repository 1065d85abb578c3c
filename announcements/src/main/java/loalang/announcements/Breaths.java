// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence that is too long for one utterance, at a comma if there is one, else between
 * words, else anywhere. Sentences of ordinary length stay whole.
 */
final class Breaths {
  /** About a minute and a half of speech: no engine comes near its time limit. */
  static final int MAX_CHARACTERS = 1_500;

  private Breaths() {}

  static List<String> of(String sentence) {
    List<String> breaths = new ArrayList<>();
    String rest = sentence.strip();
    while (rest.length() > MAX_CHARACTERS) {
      int cut = cutIn(rest);
      breaths.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    breaths.add(rest);
    return breaths;
  }

  private static int cutIn(String text) {
    int comma = text.lastIndexOf(',', MAX_CHARACTERS - 1);
    if (comma > MAX_CHARACTERS / 2) {
      return comma + 1;
    }
    int space = text.lastIndexOf(' ', MAX_CHARACTERS - 1);
    if (space > 0) {
      return space;
    }
    return Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1))
        ? MAX_CHARACTERS - 1
        : MAX_CHARACTERS;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text to a vendor's limit: after a sentence if it can, else after a comma, else between
 * words, else anywhere but inside a character. Pure.
 */
final class TextPieces {
  private static final List<Pattern> BORDERS =
      List.of(border("[.!?…]+[\"”’)]*\\s"), border("[,;:–—]\\s"), border("\\s"));

  private TextPieces() {}

  /**
   * The pieces, none blank; joined by spaces they are the text.
   *
   * @param limit characters of a piece, 10 or more
   */
  static List<String> of(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > limit) {
      int cut = cutIn(rest, limit);
      pieces.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int cutIn(String text, int limit) {
    String reach = text.substring(0, limit + 1);
    for (Pattern border : BORDERS) {
      Matcher found = border.matcher(reach);
      int last = 0;
      while (found.find()) {
        last = found.end();
      }
      if (last > limit / 3) {
        return last;
      }
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private static Pattern border(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }
}

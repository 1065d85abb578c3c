// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into lines as they are meant: a line broken by the page is one line again. */
final class Paragraphs {
  private static final int FULL_LINE = 60;
  private static final int LONGEST_PIECE = 8000;
  private static final String ENDS = ".!?:;";

  private Paragraphs() {}

  /**
   * A stretch of the folded text.
   *
   * @param from first character
   * @param to one past the last
   */
  record Stretch(int from, int to) {}

  static List<Stretch> of(String folded) {
    List<Stretch> stretches = new ArrayList<>();
    int from = -1;
    int lastStart = 0;
    int lastEnd = 0;
    int at = 0;
    while (at < folded.length()) {
      int end = folded.indexOf('\n', at);
      end = end < 0 ? folded.length() : end;
      boolean blank = isBlank(folded, at, end);
      boolean goesOn = from >= 0 && !blank && goesOn(folded, lastStart, lastEnd, at);
      if (from >= 0 && !goesOn) {
        stretches.add(new Stretch(from, lastEnd));
        from = -1;
      }
      if (!blank) {
        from = from < 0 ? at : from;
        lastStart = at;
        lastEnd = end;
      }
      at = end + 1;
    }
    if (from >= 0) {
      stretches.add(new Stretch(from, lastEnd));
    }
    return stretches;
  }

  /**
   * Where to pause in a line that has no end: whoever writes 8,000 characters without a new line
   * gets it in pieces, cut behind a sentence, else between words, so that memory stays bounded.
   */
  static int endOfPiece(String folded, int from, int to) {
    if (to - from <= LONGEST_PIECE) {
      return to;
    }
    int words = -1;
    for (int i = from + LONGEST_PIECE; i > from + LONGEST_PIECE / 2; i--) {
      if (folded.charAt(i) == ' ' || folded.charAt(i) == '\n') {
        if (ENDS.indexOf(folded.charAt(i - 1)) >= 0) {
          return i;
        }
        words = words < 0 ? i : words;
      }
    }
    int hard = from + LONGEST_PIECE;
    boolean pair = Character.isLowSurrogate(folded.charAt(hard));
    return words > 0 ? words : pair ? hard - 1 : hard;
  }

  private static boolean isBlank(String folded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (folded.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /** Whether the line at next only continues the one before it. */
  private static boolean goesOn(String folded, int start, int end, int next) {
    int last = end - 1;
    while (last > start && folded.charAt(last) == ' ') {
      last--;
    }
    int first = next;
    while (folded.charAt(first) == ' ') {
      first++;
    }
    char head = folded.charAt(first);
    char tail = folded.charAt(last);
    if (ENDS.indexOf(tail) >= 0) {
      return false;
    }
    boolean label = first + 1 < folded.length() && ").".indexOf(folded.charAt(first + 1)) >= 0;
    boolean full = last - start >= FULL_LINE && Character.isLetterOrDigit(head);
    return !label && (Character.isLowerCase(head) || full);
  }
}

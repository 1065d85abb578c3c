// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import loalang.announcements.script.SourceSpan;

/**
 * A text made even before anything is matched: NFC, one kind of space, dash, quote and digit, no
 * invisible characters; each character still knows where it was written. Linear.
 */
final class FoldedText {
  // Unicode's own "stream-safe" bound: without it a run of marks makes normalising quadratic.
  private static final int MOST_MARKS = 30;

  private final String written;
  private final StringBuilder folded;
  private final Map<Integer, String> known = new HashMap<>();
  private int[] starts;
  private int[] ends;

  private FoldedText(String written) {
    this.written = written;
    this.folded = new StringBuilder(written.length());
    this.starts = new int[written.length() + 1];
    this.ends = new int[written.length() + 1];
  }

  static FoldedText of(String written) {
    FoldedText text = new FoldedText(written);
    int at = 0;
    while (at < written.length()) {
      at = text.foldOne(at);
    }
    return text;
  }

  String text() {
    return folded.toString();
  }

  String written(SourceSpan span) {
    return written.substring(span.start(), span.end());
  }

  /** Where folded characters from (inclusive) to (exclusive, after from) were written. */
  SourceSpan span(int from, int to) {
    return new SourceSpan(starts[from], ends[to - 1]);
  }

  private int foldOne(int at) {
    char plain = written.charAt(at);
    boolean alone = at + 1 == written.length() || written.charAt(at + 1) < 0x300;
    if (alone && isAlreadyEven(plain)) {
      put(plain, at, at + 1);
      return at + 1;
    }
    int end = endOfCluster(at);
    int first = written.codePointAt(at);
    if (Character.getType(first) == Character.OTHER_NUMBER && isRaised(first)) {
      putRaised(first, at, end);
      return end;
    }
    String even = even(at, end, first);
    if (even.indexOf('\u2044') > 0 && endsWithDigit()) {
      put(' ', at, end); // two and a half, written as one: 2½
    }
    for (int i = 0; i < even.length(); ) {
      int point = even.codePointAt(i);
      putEven(point, at, end);
      i += Character.charCount(point);
    }
    return end;
  }

  /** The even form of a cluster; those of one character come again and again. */
  private String even(int at, int end, int first) {
    if (end - at == Character.charCount(first)) {
      return known.computeIfAbsent(
          first, point -> Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
    }
    int kept = Math.min(end, at + Character.charCount(first) + MOST_MARKS);
    return Normalizer.normalize(written.substring(at, kept), Normalizer.Form.NFKC);
  }

  private static boolean isAlreadyEven(char plain) {
    return (plain >= ' ' && plain < 0x7f)
        || plain == '\n'
        || (plain >= 0xc0 && plain <= 0x131 && plain != 0xd7 && plain != 0xf7)
        || (plain >= 0x1ea0 && plain <= 0x1ef9)
        || plain == 'ơ'
        || plain == 'ư'
        || plain == 'Ơ'
        || plain == 'Ư';
  }

  private int endOfCluster(int at) {
    int first = written.codePointAt(at);
    int end = at + Character.charCount(first);
    while (end < written.length()) {
      int next = written.codePointAt(end);
      boolean joins = isMark(next) || (isJamo(first) && isJamo(next));
      if (!joins) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isJamo(int point) {
    return point >= 0x1100 && point <= 0x11ff;
  }

  private static boolean isRaised(int point) {
    return point == 0xb2 || point == 0xb3 || point == 0xb9 || (point >= 0x2070 && point <= 0x2079);
  }

  // m² is a unit; any other raised figure is a footnote mark and is not spoken.
  private void putRaised(int point, int start, int end) {
    boolean afterMetre = !folded.isEmpty() && folded.charAt(folded.length() - 1) == 'm';
    boolean power = point == 0xb2 || point == 0xb3;
    put(afterMetre && power ? (point == 0xb2 ? '2' : '3') : ' ', start, end);
  }

  private boolean endsWithDigit() {
    return !folded.isEmpty() && Character.isDigit(folded.charAt(folded.length() - 1));
  }

  private void putEven(int point, int start, int end) {
    if (isMark(point) || Character.getType(point) == Character.SURROGATE) {
      return;
    }
    if (Character.isDigit(point)) {
      put((char) ('0' + Character.digit(point, 10)), start, end);
    } else if (point > 0xffff) {
      put(Character.highSurrogate(point), start, end);
      put(Character.lowSurrogate(point), start, end);
    } else {
      char even = evenMark((char) point);
      if (even != 0) {
        put(even, start, end);
      }
    }
  }

  /** The one form of a mark that has several; 0 for what cannot be seen. */
  private static char evenMark(char mark) {
    if (mark == '\r' || mark == '\u000b' || mark == '\f' || mark == '\u0085') {
      return '\n';
    }
    int type = Character.getType(mark);
    if (mark == '\t' || type == Character.SPACE_SEPARATOR) {
      return ' ';
    }
    if (type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
      return '\n';
    }
    if (type == Character.FORMAT || (type == Character.CONTROL && mark != '\n')) {
      return 0;
    }
    if (type == Character.DASH_PUNCTUATION || mark == '\u2212') {
      return '-';
    }
    return switch (mark) {
      case '\u2215' -> '/'; // but U+2044 stays: ½ is a share, never a date
      case '\u2018', '\u2019', '\u2032', '\u02bc' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u2033', '«', '»' -> '"';
      case 'ð', 'Ð' -> mark == 'ð' ? 'đ' : 'Đ'; // old code pages wrote Đ with the Icelandic letter
      default -> mark;
    };
  }

  private void put(char even, int start, int end) {
    if (folded.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[folded.length()] = start;
    ends[folded.length()] = end;
    folded.append(even);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Codes of several parts, letters by name and digits one by one: H26.12-240101-0001, *101#. */
final class DossierRoom implements Room {
  private static final int MOST_TOKENS = 24;
  private static final int LONG_DIGITS = 4;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (line.isMark(at, '*')) {
      return readDialled(line, at, speech);
    }
    int end = endOfCode(line, at);
    if (end == at) {
      return 0;
    }
    for (int i = at; i < end; i++) {
      if (line.isNumber(i)) {
        speech.figure(Numerals.oneByOne(line.digits(i)), i, i + 1);
      } else if (line.isWord(i)) {
        speech.say(Letters.spelled(line.get(i).text()), i, i + 1);
      } else {
        speech.pause();
      }
    }
    return end - at;
  }

  /** Only a code if it begins with a capital letter and digits and has long parts of digits. */
  private static int endOfCode(Line line, int at) {
    boolean head = line.isWord(at) && line.get(at).isUpper() && line.isGlued(at + 1);
    if (!head || !line.isNumber(at + 1)) {
      return at;
    }
    int end = at + 2;
    int marks = 0;
    boolean longPart = false;
    while (end - at < MOST_TOKENS && line.isGlued(end) && isPart(line, end)) {
      marks += line.isNumber(end) || line.isWord(end) ? 0 : 1;
      longPart |= line.digits(end).length() >= LONG_DIGITS;
      end++;
    }
    return marks >= 2 && longPart ? end : at;
  }

  private static boolean isPart(Line line, int at) {
    boolean sign = line.isMark(at, '.') || line.isMark(at, '-');
    boolean goesOn = line.isGlued(at + 1) && (line.isNumber(at + 1) || isCapital(line, at + 1));
    return (sign && goesOn) || line.isNumber(at) || isCapital(line, at);
  }

  private static boolean isCapital(Line line, int at) {
    return line.isWord(at) && line.get(at).isUpper();
  }

  private static int readDialled(Line line, int at, Speech speech) {
    int end = at + 1;
    while (end - at < MOST_TOKENS
        && line.isGlued(end)
        && (line.isNumber(end) || line.isMark(end, '*'))) {
      end++;
    }
    if (!line.isNumber(at + 1) || !line.isGluedMark(end, '#')) {
      return 0;
    }
    for (int i = at; i < end; i++) {
      speech.figure(line.isNumber(i) ? Numerals.oneByOne(line.digits(i)) : "sao", i, i + 1);
    }
    speech.say("thăng", end, end + 1);
    return end + 1 - at;
  }
}

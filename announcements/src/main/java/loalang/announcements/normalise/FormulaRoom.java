// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Figures that are names of mixtures, not quantities: NPK 16-16-8, 2,4-D. */
final class FormulaRoom implements Room {
  private static final int FEWEST_PARTS = 3;
  private static final int MOST_PARTS = 6;

  @Override
  public int read(Line line, int at, Speech speech) {
    int read = readMixture(line, at, speech);
    return read > 0 ? read : readCompound(line, at, speech);
  }

  /** Three short numbers or more, parted by dashes that touch them, and no date before. */
  private static int readMixture(Line line, int at, Speech speech) {
    int end = at + 1;
    int parts = isShort(line, at) ? 1 : 0;
    while (parts > 0
        && parts < MOST_PARTS
        && line.isGluedMark(end, '-')
        && line.isGlued(end + 1)
        && isShort(line, end + 1)) {
      end += 2;
      parts++;
    }
    boolean goesOn = line.isGluedMark(end, '-') || (line.isGlued(end) && line.isWord(end));
    boolean begins = !line.isGluedMark(at - 1, '-') && !"ngày".equals(line.word(at - 1));
    if (parts < FEWEST_PARTS || goesOn || !begins) {
      return 0;
    }
    for (int i = at; i < end; i += 2) {
      speech.figure(Numerals.cardinal(line.digits(i)) + ",", i, i + 1);
    }
    return end - at;
  }

  private static boolean isShort(Line line, int at) {
    return line.isNumber(at) && line.digits(at).length() <= 2;
  }

  private static int readCompound(Line line, int at, Speech speech) {
    boolean figures =
        line.digits(at).length() == 1
            && line.isGluedMark(at + 1, ',')
            && line.isGlued(at + 2)
            && line.digits(at + 2).length() == 1;
    boolean letter =
        line.isGluedMark(at + 3, '-')
            && line.isGlued(at + 4)
            && line.isWord(at + 4)
            && line.get(at + 4).isUpper();
    if (!figures || !letter) {
      return 0;
    }
    speech.figure(Numerals.oneByOne(line.digits(at)), at, at + 1);
    speech.figure(Numerals.oneByOne(line.digits(at + 2)), at + 2, at + 3);
    speech.say(Letters.spelled(line.get(at + 4).text()), at + 4, at + 5);
    return 5;
  }
}

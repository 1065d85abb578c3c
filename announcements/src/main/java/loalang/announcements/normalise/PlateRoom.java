// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Number plates: 29A-123.45, 30K 123.45, 99-H7 1234. Letters by name, digits one by one. */
final class PlateRoom implements Room {
  private static final int LOOK_BACK = 6;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (line.digits(at).length() != 2) {
      return 0;
    }
    int series = line.isGluedMark(at + 1, '-') ? at + 2 : at + 1;
    boolean letters =
        line.isWord(series)
            && line.isGlued(series)
            && line.get(series).isUpper()
            && line.get(series).text().length() <= 2;
    int number = letters ? afterSeries(line, series) : series;
    int end = letters ? endOfNumber(line, number) : 0;
    boolean dotted = end == number + 3;
    boolean dash = line.isGluedMark(number - 1, '-') && line.isGlued(number);
    if (end == 0 || !(dotted || dash || isAnnounced(line, at))) {
      return 0;
    }
    sayAll(line, at, number, speech);
    speech.pause();
    sayAll(line, number, end, speech);
    return end - at;
  }

  /** Where the number starts: behind the letters, one digit of the series and a dash or a gap. */
  private static int afterSeries(Line line, int series) {
    int end = series + 1;
    boolean digit = line.isGlued(end) && line.digits(end).length() == 1;
    end += digit ? 1 : 0;
    boolean dash = line.isGluedMark(end, '-') && line.isGlued(end + 1);
    return dash ? end + 1 : end;
  }

  private static int endOfNumber(Line line, int at) {
    int digits = line.digits(at).length();
    boolean dotted =
        digits == 3
            && line.isGluedMark(at + 1, '.')
            && line.isGlued(at + 2)
            && line.digits(at + 2).length() == 2;
    boolean parted = line.isMark(at - 1, '-') || (line.has(at) && line.get(at).gap());
    if (!parted) {
      return 0;
    }
    return dotted ? at + 3 : digits == 4 || digits == 5 ? at + 1 : 0;
  }

  private static boolean isAnnounced(Line line, int at) {
    for (int i = at; i > 0 && i > at - LOOK_BACK; i--) {
      if (Contexts.PLATE.endsBefore(line, i)) {
        return true;
      }
    }
    return false;
  }

  private static void sayAll(Line line, int from, int to, Speech speech) {
    for (int i = from; i < to; i++) {
      if (line.isNumber(i)) {
        speech.figure(Numerals.oneByOne(line.digits(i)), i, i + 1);
      } else if (line.isWord(i)) {
        speech.say(Letters.spelled(line.get(i).text()), i, i + 1);
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/**
 * Days before the last of a list (ngày 1, 2, 3/9) and a night before a dawn (đêm 9 rạng sáng 10/9).
 */
final class DayListRoom implements Room {
  private static final int MOST_TOKENS = 20;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (!isDay(line, at) || line.isGluedMark(at + 1, '/')) {
      return 0;
    }
    String number = Numerals.cardinal(line.digits(at));
    String day = line.value(at) <= 10 ? "mùng " + number : number;
    if (isMarketDay(line, at)) {
      speech.figure(day, at, at + 1);
      return 1;
    }
    if (!isInList(line, at) && !isNightBeforeDawn(line, at)) {
      return 0;
    }
    boolean named = line.isWord(at - 1) && !isJoint(line, at - 1);
    speech.figure(named ? day : "ngày " + day, at, at + 1);
    return 1;
  }

  private static boolean isNightBeforeDawn(Line line, int at) {
    int next = line.isMark(at + 1, ',') ? at + 2 : at + 1;
    return line.word(at - 1).equals("đêm") && line.word(next).equals("rạng");
  }

  /** Between "ngày" before the first and a month behind the last. */
  private static boolean isInList(Line line, int at) {
    int last = at;
    while (last - at < MOST_TOKENS && isJoint(line, last + 1) && isDay(line, last + 2)) {
      last += 2;
    }
    boolean month = line.isGluedMark(last + 1, '/') && line.isGlued(last + 2);
    if (last == at || !month || !isMonth(line, last + 2)) {
      return false;
    }
    return line.word(first(line, at) - 1).equals("ngày");
  }

  /** One of "các ngày 2, 7, 12 âm lịch", whatever the month. */
  private static boolean isMarketDay(Line line, int at) {
    int last = at;
    while (last - at < MOST_TOKENS && isJoint(line, last + 1) && isDay(line, last + 2)) {
      last += 2;
    }
    int first = first(line, at);
    boolean days = line.word(first - 1).equals("ngày") && last > first;
    boolean counted = Contexts.COUNTED.startsAt(line, last + 1);
    return days
        && line.word(first - 2).equals("các")
        && !line.isGluedMark(last + 1, '/')
        && !counted;
  }

  private static int first(Line line, int at) {
    int first = at;
    while (at - first < MOST_TOKENS && isJoint(line, first - 1) && isDay(line, first - 2)) {
      first -= 2;
    }
    return first;
  }

  private static boolean isJoint(Line line, int at) {
    return line.isMark(at, ',') || line.word(at).equals("và");
  }

  private static boolean isDay(Line line, int at) {
    return line.digits(at).length() <= 2 && line.value(at) >= 1 && line.value(at) <= 31;
  }

  private static boolean isMonth(Line line, int at) {
    return line.digits(at).length() <= 2 && line.value(at) >= 1 && line.value(at) <= 12;
  }
}

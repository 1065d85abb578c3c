// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;

/** Telephone numbers, in the groups they are written in; 4-3-3 if written without groups. */
final class PhoneRoom implements Room {
  private static final int FEWEST = 9;
  private static final int MOST = 11;
  private static final int MOBILE = 10;

  @Override
  public int read(Line line, int at, Speech speech) {
    int end = 0;
    if (line.isMark(at, '(')) {
      end = endOfBracketed(line, at);
    } else if (line.isMark(at, '+')) {
      end = line.isGlued(at + 1) && line.value(at + 1) == 84 ? endOfForeign(line, at) : 0;
    } else if (line.digits(at).startsWith("0")) {
      end = endOfNational(line, at, at);
    } else if (isService(line.digits(at))) {
      end = endOfService(line, at);
    }
    if (end == 0) {
      return 0;
    }
    say(line, at, end, speech);
    return end - at;
  }

  private static int endOfBracketed(Line line, int at) {
    boolean code =
        line.digits(at + 1).startsWith("0")
            && line.digits(at + 1).length() <= 4
            && line.isMark(at + 2, ')');
    if (!code || !line.isNumber(next(line, at + 3))) {
      return 0;
    }
    return endOfNational(line, at + 1, next(line, at + 3));
  }

  private static int endOfForeign(Line line, int at) {
    int end = endOfGroups(line, next(line, at + 2), MOBILE);
    return digits(line, at + 2, end) >= FEWEST ? end : 0;
  }

  /** One past a number that starts with its area code; from is where further groups start. */
  private static int endOfNational(Line line, int at, int from) {
    boolean mobile = line.digits(at).length() > 1 && line.digits(at).charAt(1) != '2';
    int had = from == at ? 0 : line.digits(at).length();
    int end = endOfGroups(line, from, (mobile ? MOBILE : MOST) - had);
    int count = digits(line, at, end);
    boolean whole = mobile ? count == MOBILE : count >= FEWEST;
    boolean ends = !line.isGlued(end) || (!line.isNumber(end) && !line.isWord(end));
    return whole && ends && !isDate(line, at, end) ? end : 0;
  }

  private static boolean isDate(Line line, int at, int end) {
    return end == at + 5 && line.digits(at).length() == 2 && line.digits(at + 4).length() == 4;
  }

  private static boolean isService(String digits) {
    return digits.startsWith("1900") || digits.startsWith("1800");
  }

  private static int endOfService(Line line, int at) {
    int end = endOfGroups(line, at, MOBILE);
    int count = digits(line, at, end);
    boolean groups = end == at + 1 || line.digits(next(line, at + 1)).length() >= 3;
    return count >= 8 && groups ? end : 0;
  }

  /** One past the last group, where no more digits are taken than room for them is left. */
  private static int endOfGroups(Line line, int at, int room) {
    if (line.digits(at).isEmpty() || line.digits(at).length() > room) {
      return at;
    }
    int left = room - line.digits(at).length();
    int end = at + 1;
    int next = next(line, end);
    while (line.isNumber(next)
        && (next > end || line.get(next).gap())
        && (line.digits(next).length() >= 2 || line.isGluedMark(next + 1, '.'))
        && line.digits(next).length() <= left) {
      left -= line.digits(next).length();
      end = next + 1;
      next = next(line, end);
    }
    return end;
  }

  /** Over the one sign that may stand between two groups. */
  private static int next(Line line, int at) {
    boolean sign = line.isGluedMark(at, '.') || line.isGluedMark(at, '-');
    return sign && line.isGlued(at + 1) ? at + 1 : at;
  }

  private static int digits(Line line, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += line.digits(i).length();
    }
    return count;
  }

  private static void say(Line line, int at, int end, Speech speech) {
    StringBuilder all = new StringBuilder();
    for (int i = at; i < end; i++) {
      if (line.isMark(i, '+')) {
        speech.say("cộng", i, i + 1);
      } else if (line.isNumber(i)) {
        sayGroups(line, i, speech);
        speech.pause();
        all.append(line.digits(i));
      }
    }
    boolean mobile = all.length() == MOBILE && "35789".indexOf(all.charAt(1)) >= 0;
    if ((mobile && all.charAt(0) == '0') || line.isMark(at, '+')) {
      String said = Numerals.oneByOne(all.toString());
      speech.doubt(ReadingWarning.Kind.PERSONAL_DATA, at, end, said);
    }
  }

  private static void sayGroups(Line line, int at, Speech speech) {
    String digits = line.digits(at);
    int from = 0;
    while (from < digits.length()) {
      int left = digits.length() - from;
      int size = left <= 4 ? left : from == 0 && left % 3 != 0 ? Math.min(4, left) : 3;
      if (digits.startsWith("02") && digits.length() == MOST) {
        size = from == 0 ? 3 : 4;
      }
      speech.figure(Numerals.oneByOne(digits.substring(from, from + size)) + ",", at, at + 1);
      from += size;
    }
  }
}

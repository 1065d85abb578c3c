// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/**
 * Days of the week written short, where a neighbour shows that they are: sáng T7, T2-T6, T7, CN.
 */
final class WeekdayRoom implements Room {
  private static final int FIRST = 2;
  private static final int LAST = 7;
  private static final int MOST_DAYS = 7;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (isSunday(line, at)) {
      return readSunday(line, at, speech);
    }
    if (!isDay(line, at) || !(isLedTo(line, at) || isFollowed(line, at))) {
      return 0;
    }
    int end = sayDay(line, at, speech);
    for (int days = 1; days < MOST_DAYS && isDayBehind(line, end); days++) {
      if (line.isMark(end, '-')) {
        speech.say("đến", end, end + 1);
      } else {
        speech.pause();
      }
      end = sayDay(line, end + 1, speech);
    }
    return end - at;
  }

  private static int readSunday(Line line, int at, Speech speech) {
    int before = isJoint(line, at - 1) ? at - 2 : at - 1;
    boolean weekday = line.isNumber(before) && isWeekdayWord(line.word(before - 1));
    if (!weekday && !isLedTo(line, at)) {
      return 0;
    }
    speech.say("chủ nhật", at, at + 1);
    return 1;
  }

  private static boolean isWeekdayWord(String word) {
    return word.equals("thứ") || word.equals("t");
  }

  private static boolean isDayBehind(Line line, int at) {
    boolean mark = line.isMark(at, '-') || line.isMark(at, ',') || line.isMark(at, '&');
    return mark && (isDay(line, at + 1) || isSunday(line, at + 1));
  }

  private static boolean isFollowed(Line line, int at) {
    return isJoint(line, at + 2) && (isDay(line, at + 3) || isSunday(line, at + 3));
  }

  private static boolean isJoint(Line line, int at) {
    String word = line.word(at);
    boolean joins = word.equals("và") || word.equals("đến") || word.equals("hoặc");
    boolean mark = line.isMark(at, '-') || line.isMark(at, ',') || line.isMark(at, '&');
    return joins || mark || line.isMark(at, '+') || line.isMark(at, ';');
  }

  /** Whether the word before speaks of days: "sáng T7", or another such day stands before. */
  private static boolean isLedTo(Line line, int at) {
    boolean day =
        switch (line.word(at - 1)) {
          case "sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm" -> true;
          default -> false;
        };
    return day || (isJoint(line, at - 1) && isDay(line, at - 3));
  }

  private static boolean isDay(Line line, int at) {
    boolean letter = line.isWord(at) && line.get(at).text().equals("T");
    boolean number = line.digits(at + 1).length() == 1 && line.isGlued(at + 1);
    int day = line.value(at + 1);
    return letter && number && day >= FIRST && day <= LAST && !line.isGluedMark(at + 2, '/');
  }

  private static boolean isSunday(Line line, int at) {
    return line.isWord(at) && line.get(at).text().equals("CN");
  }

  private static int sayDay(Line line, int at, Speech speech) {
    if (isSunday(line, at)) {
      speech.say("chủ nhật", at, at + 1);
      return at + 1;
    }
    String number = line.value(at + 1) == 4 ? "tư" : Numerals.cardinal(line.digits(at + 1));
    speech.figure("thứ " + number, at, at + 2);
    return at + 2;
  }
}

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
    boolean told = isLedTo(line, at) || isFollowed(line, at) || isDated(line, at + 2);
    told |= Contexts.LESSON.has(line.word(at + 2));
    boolean place = Contexts.HOUSE.endsBefore(line, at);
    if (!isDay(line, at) || place || !(told || isHead(line, at))) {
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
    while (isFigureBehind(line, end)) {
      speech.pause();
      speech.figure(day(line, end + 1), end + 1, end + 2);
      end += 2;
    }
    return end - at;
  }

  /** The 4 of "T2,4,6". */
  private static boolean isFigureBehind(Line line, int comma) {
    boolean glued = line.isGluedMark(comma, ',') && line.isGlued(comma + 1);
    int day = line.value(comma + 1);
    boolean single = line.digits(comma + 1).length() == 1 && day >= FIRST && day <= LAST;
    return glued && single && !(line.isGlued(comma + 2) && line.isWord(comma + 2));
  }

  private static String day(Line line, int at) {
    return line.value(at) == 4 ? "tư" : Numerals.cardinal(line.digits(at));
  }

  private static int readSunday(Line line, int at, Speech speech) {
    int before = isJoint(line, at - 1) ? at - 2 : at - 1;
    boolean weekday = line.isNumber(before) && isWeekdayWord(line.word(before - 1));
    if (!weekday && !isLedTo(line, at) && !isDated(line, at + 1)) {
      return 0;
    }
    speech.say("chủ nhật", at, at + 1);
    return 1;
  }

  private static boolean isWeekdayWord(String word) {
    return word.equals("thứ") || word.equals("t");
  }

  private static boolean isDayBehind(Line line, int at) {
    return isMark(line, at) && (isDay(line, at + 1) || isSunday(line, at + 1));
  }

  private static boolean isFollowed(Line line, int at) {
    boolean joined = isJoint(line, at + 2) && (isDay(line, at + 3) || isSunday(line, at + 3));
    return joined || isSunday(line, at + 2) || isFigureBehind(line, at + 2);
  }

  private static boolean isJoint(Line line, int at) {
    String word = line.word(at);
    boolean joins = word.equals("và") || word.equals("đến") || word.equals("hoặc");
    return joins || isMark(line, at) || line.isMark(at, '+') || line.isMark(at, ';');
  }

  private static boolean isMark(Line line, int at) {
    boolean list = line.isMark(at, ',') || line.isMark(at, '&') || line.isMark(at, '/');
    return list || line.isMark(at, '-');
  }

  /** What stands behind a day: its date, or "hằng tuần". */
  private static boolean isDated(Line line, int at) {
    String word = line.word(at);
    boolean every = word.equals("hằng") || word.equals("hàng");
    boolean week = word.equals("tuần") || (every && line.word(at + 1).equals("tuần"));
    int date = line.isMark(at, ',') || line.isMark(at, '(') ? at + 1 : at;
    boolean numbers = line.isNumber(date) && line.isGluedMark(date + 1, '/');
    boolean month = line.digits(date).length() <= 2 && line.isNumber(date + 2);
    return week || line.word(date).equals("ngày") || word.equals("này") || (numbers && month);
  }

  /** The head of a part of a timetable: "T2: thể dục; T3: ...". */
  private static boolean isHead(Line line, int at) {
    boolean starts = at == 0 || line.get(at - 1).kind() == Token.Kind.MARK;
    return starts && line.isMark(at + 2, ':');
  }

  /** Whether an hour ends before the token: "19h T7", "7h30 CN". */
  private static boolean isHourBefore(Line line, int at) {
    int sign = line.isNumber(at - 1) ? at - 2 : at - 1;
    String word = line.word(sign);
    boolean hour = word.equals("h") || word.equals("g") || word.equals("giờ");
    boolean colon = sign == at - 2 && line.isGluedMark(sign, ':');
    return (hour || colon) && line.isNumber(sign - 1) && line.value(sign - 1) <= 24;
  }

  /** Whether the word before speaks of days: "sáng T7", or another such day stands before. */
  private static boolean isLedTo(Line line, int at) {
    boolean day =
        switch (line.word(at - 1)) {
          case "sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "mỗi", "nghỉ" -> true;
          default -> isHourBefore(line, at);
        };
    boolean place = Contexts.HOUSE.endsBefore(line, at - 3);
    return day || (isJoint(line, at - 1) && isDay(line, at - 3) && !place);
  }

  private static boolean isDay(Line line, int at) {
    boolean letter = line.isWord(at) && line.get(at).text().equals("T");
    boolean number = line.digits(at + 1).length() == 1 && line.isGlued(at + 1);
    int day = line.value(at + 1);
    boolean year = line.isGluedMark(at + 2, '/') && line.isNumber(at + 3);
    return letter && number && day >= FIRST && day <= LAST && !year;
  }

  private static boolean isSunday(Line line, int at) {
    boolean code = line.isGlued(at + 1) && line.isNumber(at + 1);
    return line.isWord(at) && line.get(at).text().equals("CN") && !code;
  }

  private static int sayDay(Line line, int at, Speech speech) {
    if (isSunday(line, at)) {
      speech.say("chủ nhật", at, at + 1);
      return at + 1;
    }
    speech.figure("thứ " + day(line, at + 1), at, at + 2);
    return at + 2;
  }
}

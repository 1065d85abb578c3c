// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;

/** Days, months and years: 24/12/2022, 05/9, tháng 4/2023, 20-25/10, ngày 4, thứ 4. */
final class DateRoom implements Room {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (line.digits(at).isEmpty() || line.digits(at).length() > 2) {
      return 0;
    }
    int read = readFull(line, at, speech);
    read = read > 0 ? read : readMonthAndYear(line, at, speech);
    read = read > 0 ? read : readFirstOfRange(line, at, speech);
    read = read > 0 ? read : readDayAndMonth(line, at, speech);
    read = read > 0 ? read : readAlone(line, at, speech);
    if (read > 0) {
      speech.markFigure(at);
    }
    return read;
  }

  private static int readFull(Line line, int at, Speech speech) {
    char separator = separatorAfter(line, at);
    boolean three =
        separator != 0
            && isDay(line, at)
            && isMonth(line, at + 2)
            && separatorAfter(line, at + 2) == separator;
    boolean shortYear = "ngày".equals(line.word(at - 1)) && line.digits(at + 4).length() == 2;
    if (!three || (!isYear(line, at + 4) && !shortYear)) {
      return 0;
    }
    sayDay(line, at, speech);
    sayMonth(line, at + 2, speech);
    String year = line.digits(at + 4);
    speech.figure(
        "năm " + Numerals.cardinal(shortYear ? century(year) + year : year), at + 4, at + 5);
    return 5;
  }

  // Of two digits, the later ones are dates that are remembered.
  private static String century(String year) {
    return year.compareTo("50") >= 0 ? "19" : "20";
  }

  /** The sign between the parts of a date; 0 if what follows is no further part. */
  private static char separatorAfter(Line line, int at) {
    if (!line.isNumber(at + 2) || !line.isGlued(at + 1) || !line.isGlued(at + 2)) {
      return 0;
    }
    char mark = line.get(at + 1).text().charAt(0);
    return mark == '/' || mark == '-' || mark == '.' ? mark : 0;
  }

  private static int readMonthAndYear(Line line, int at, Speech speech) {
    String before = line.word(at - 1);
    boolean slash = separatorAfter(line, at) == '/' || separatorAfter(line, at) == '-';
    if (!slash || !isYear(line, at + 2) || line.isGluedMark(at + 3, '/')) {
      return 0;
    }
    boolean month = before.equals("tháng") || line.isMark(at - 1, '-');
    if (month || (!isCounter(before) && separatorAfter(line, at) == '/')) {
      if (!isMonth(line, at)) {
        return 0;
      }
      String name = before.equals("tháng") ? "" : "tháng ";
      speech.figure(name + month(line, at), at, at + 1);
    } else if (isCounter(before)) {
      speech.figure(Numerals.cardinal(line.digits(at)), at, at + 1);
    } else {
      return 0;
    }
    speech.figure("năm " + Numerals.cardinal(line.digits(at + 2)), at + 1, at + 3);
    return 3;
  }

  private static boolean isCounter(String before) {
    return switch (before) {
      case "quý", "kỳ", "đợt", "lần", "phiên", "vụ", "khóa" -> true;
      default -> false;
    };
  }

  /** The 20 of "20-25/10" and "từ 20 đến 25/10", the 4 of "tháng 4-6/2025". */
  private static int readFirstOfRange(Line line, int at, Speech speech) {
    boolean dash = line.isMark(at + 1, '-');
    String before = line.word(at - 1);
    boolean joined = dash || (isListed(line, at + 1) && (before.equals("ngày") || isFrom(before)));
    if (!joined || line.isGluedMark(at - 1, '/') || separatorAfter(line, at + 2) != '/') {
      return 0;
    }
    if (before.equals("tháng") && isMonth(line, at) && isYear(line, at + 4)) {
      speech.figure(month(line, at), at, at + 1);
      return 1;
    }
    boolean days = isDay(line, at) && isDay(line, at + 2) && isMonth(line, at + 4);
    if (!days || line.value(at) >= line.value(at + 2)) {
      return 0;
    }
    sayDay(line, at, speech);
    return 1;
  }

  private static boolean isListed(Line line, int at) {
    String word = line.word(at);
    return word.equals("đến") || word.equals("và") || word.equals("tới") || line.isMark(at, ',');
  }

  private static boolean isFrom(String word) {
    return word.equals("từ") || word.equals("mùng") || word.equals("mồng");
  }

  private static int readDayAndMonth(Line line, int at, Speech speech) {
    boolean slash = separatorAfter(line, at) == '/' && !goesOn(line, at + 3);
    boolean dash = isDayDashMonth(line, at) && !Contexts.DAILY.startsAt(line, at + 3);
    if (!(slash || dash) || !isDay(line, at) || !isMonth(line, at + 2) || isRatio(line, at)) {
      return 0;
    }
    sayDay(line, at, speech);
    sayMonth(line, at + 2, speech);
    if (dash || isDoubtful(line, at)) {
      String said = day(line, at) + " tháng " + month(line, at + 2);
      speech.doubt(ReadingWarning.Kind.AMBIGUOUS_DATE, at, at + 3, "ngày " + said);
    }
    return 3;
  }

  /** Another part, or figures behind a dot: 1/2.000 is no day. */
  private static boolean goesOn(Line line, int at) {
    boolean part = line.isGluedMark(at, '.') || line.isGluedMark(at, ',');
    return line.isGluedMark(at, '/') || (part && line.isGlued(at + 1) && line.isNumber(at + 1));
  }

  /** "ngày 2-9": newspapers part day and month so; "từ ngày 2-9" are several days. */
  private static boolean isDayDashMonth(Line line, int at) {
    boolean alone =
        !line.isGluedMark(at + 3, '/') && !line.isGluedMark(at + 3, '-') && !line.isGlued(at);
    boolean falling =
        line.value(at) > line.value(at + 2) && Contexts.BEFORE_DATE.endsBefore(line, at);
    boolean spaced = falling && line.isMark(at + 1, '-') && line.isNumber(at + 2);
    boolean dash = (separatorAfter(line, at) == '-' || spaced) && alone && isDay(line, at);
    boolean single =
        switch (line.word(at - 2)) {
          case "từ", "các", "những", "trong" -> false;
          default -> "ngày".equals(line.word(at - 1));
        };
    return dash && (falling || single);
  }

  private static boolean isRatio(Line line, int at) {
    if (Contexts.BEFORE_DATE.endsBefore(line, at)) {
      return false;
    }
    boolean allDay = line.value(at) == 24 && (line.value(at + 2) == 7 || line.value(at + 2) == 24);
    boolean zero = line.digits(at).startsWith("0") || line.digits(at + 2).startsWith("0");
    boolean counted =
        Contexts.COUNTED.startsAt(line, at + 3) || Contexts.SHARED.startsAt(line, at + 3);
    boolean share = counted && !(zero && line.value(at) > line.value(at + 2));
    return allDay || share || (!zero && Contexts.BEFORE_RATIO.endsBefore(line, at));
  }

  private static boolean isDoubtful(Line line, int at) {
    boolean zero = line.digits(at).startsWith("0") || line.digits(at + 2).startsWith("0");
    boolean wordFollows = line.isWord(at + 3) && !line.isName(at + 3);
    return !zero
        && wordFollows
        && !Contexts.AFTER_DATE.startsAt(line, at + 3)
        && !Contexts.BEFORE_DATE.endsBefore(line, at);
  }

  /** The "/24-10" of "19h/24-10"; 0 if no day follows the hour so. */
  static int readAfterHour(Line line, int slash, Speech speech) {
    int at = slash + 1;
    boolean follows = line.isGluedMark(slash, '/') && line.isGlued(at) && isDay(line, at);
    boolean month = separatorAfter(line, at) != 0 && isMonth(line, at + 2);
    if (!follows || !month || line.isGluedMark(at + 3, '/')) {
      return 0;
    }
    sayDay(line, at, speech);
    sayMonth(line, at + 2, speech);
    speech.markFigure(at);
    return 4;
  }

  /** A day after "ngày" or before "tháng", a month after "tháng", a weekday after "thứ". */
  private static int readAlone(Line line, int at, Speech speech) {
    String before = line.word(at - 1);
    if (line.isGlued(at + 1) && (line.isWord(at + 1) || line.isMark(at + 1, '/'))) {
      return 0;
    }
    boolean bare = !line.isGluedMark(at + 1, '.') && !line.isGluedMark(at + 1, ',');
    bare |= !line.isNumber(at + 2) || !line.isGlued(at + 2);
    if (before.equals("tháng") && bare && isMonth(line, at)) {
      speech.figure(month(line, at), at, at + 1);
      return 1;
    }
    if (before.equals("thứ") && bare && line.value(at) == 4) {
      speech.figure("tư", at, at + 1);
      return 1;
    }
    boolean monthFollows =
        "tháng".equals(line.word(at + 1)) && isMonth(line, at + 2) && !isCounter(before);
    boolean range = line.isMark(at - 1, '-') && "ngày".equals(line.word(at - 3));
    boolean dayBefore =
        (range || before.equals("ngày"))
            && bare
            && !"ngày".equals(line.word(at + 1))
            && !isDaily(line, at);
    if (isDay(line, at) && (dayBefore || monthFollows)) {
      sayDay(line, at, speech);
      return 1;
    }
    return 0;
  }

  /** "ngày 2 lần", "ngày 2-3 lần". */
  private static boolean isDaily(Line line, int at) {
    boolean range = line.isMark(at + 1, '-') && line.isNumber(at + 2);
    return Contexts.DAILY.startsAt(line, range ? at + 3 : at + 1);
  }

  private static boolean isDay(Line line, int at) {
    return isTwoDigits(line, at) && line.value(at) >= 1 && line.value(at) <= 31;
  }

  private static boolean isMonth(Line line, int at) {
    return isTwoDigits(line, at) && line.value(at) >= 1 && line.value(at) <= 12;
  }

  private static boolean isTwoDigits(Line line, int at) {
    int digits = line.digits(at).length();
    return digits == 1 || digits == 2;
  }

  private static boolean isYear(Line line, int at) {
    int year = line.value(at);
    return line.digits(at).length() == 4 && year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static void sayDay(Line line, int at, Speech speech) {
    String before = line.word(at - 1);
    boolean named = before.equals("ngày") || before.equals("mùng") || before.equals("mồng");
    boolean early = before.equals("mùng") || before.equals("mồng");
    String number = early ? Numerals.cardinal(line.digits(at)) : day(line, at);
    speech.figure((named ? "" : "ngày ") + number, at, at + 1);
  }

  private static String day(Line line, int at) {
    String number = Numerals.cardinal(line.digits(at));
    return line.value(at) <= 10 ? "mùng " + number : number;
  }

  private static void sayMonth(Line line, int at, Speech speech) {
    speech.figure("tháng " + month(line, at), at - 1, at + 1);
  }

  private static String month(Line line, int at) {
    return line.value(at) == 4 ? "tư" : Numerals.cardinal(line.digits(at));
  }
}

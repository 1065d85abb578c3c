// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Hours of the day: 7h30, 07:30, 17h00, 7 giờ 05. "phút" is said only where it is written. */
final class ClockRoom implements Room {

  @Override
  public int read(Line line, int at, Speech speech) {
    int read = readClock(line, at, speech);
    if (read > 0) {
      speech.markFigure(at);
      read += DateRoom.readAfterHour(line, at + read, speech);
    }
    return read;
  }

  private static int readClock(Line line, int at, Speech speech) {
    if (line.value(at) > 24 || line.digits(at).length() > 2) {
      return afterHour(line, at, speech);
    }
    if (line.isGluedMark(at + 1, ':')) {
      return readColon(line, at, speech);
    }
    String sign = line.word(at + 1);
    boolean minutes = isMinutes(line, at + 2);
    boolean letter = line.isGlued(at + 1) || (minutes && line.isGlued(at + 2));
    boolean hour = minutes || isPartOfDay(line.word(at + 2));
    if (("h".equals(sign) && letter) || ("g".equals(sign) && line.isGlued(at + 1) && hour)) {
      return readLetter(line, at, speech);
    }
    if ("giờ".equals(sign) && minutes && line.value(at + 2) == 0) {
      sayHour(line, at, at + 3, speech);
      return "phút".equals(line.word(at + 3)) ? 4 : 3;
    }
    return afterHour(line, at, speech);
  }

  private static boolean isPartOfDay(String word) {
    return switch (word) {
      case "sáng", "trưa", "chiều", "tối", "đêm" -> true;
      default -> false;
    };
  }

  /** The minutes of "7 giờ 05", whose hour was read as any other number. */
  private static int afterHour(Line line, int at, Speech speech) {
    boolean zero = line.digits(at).startsWith("0") && line.value(at) > 0;
    if ("giờ".equals(line.word(at - 1)) && line.isNumber(at - 2) && zero && isMinutes(line, at)) {
      speech.figure(minutes(line, at), at, at + 1);
      return 1;
    }
    return 0;
  }

  private static int readColon(Line line, int at, Speech speech) {
    String before = line.twoWords(at - 2);
    boolean scale = before.equals("tỷ lệ") || before.equals("tỉ lệ") || before.equals("tỷ số");
    boolean longer = line.isGluedMark(at + 3, '.') && line.isGlued(at + 4) && line.isNumber(at + 4);
    if (scale || longer || !line.isGlued(at + 2) || !isMinutes(line, at + 2)) {
      return 0;
    }
    sayHour(line, at, at + 1, speech);
    boolean seconds = line.isGluedMark(at + 3, ':') && isMinutes(line, at + 4);
    if (seconds && line.value(at + 4) > 0) {
      sayToTheSecond(line, at + 2, at + 4, speech);
    } else {
      sayMinutes(line, at + 2, speech);
    }
    return seconds ? 5 : 3;
  }

  private static int readLetter(Line line, int at, Speech speech) {
    sayHour(line, at, at + 2, speech);
    if (!isMinutes(line, at + 2) || line.isGluedMark(at + 3, '/')) {
      return 2;
    }
    if (line.isGluedMark(at + 3, '\'')) {
      return readSeconds(line, at, speech);
    }
    sayMinutes(line, at + 2, speech);
    String unit = line.isGlued(at + 3) ? line.word(at + 3) : "";
    if (unit.equals("p") || unit.equals("ph")) {
      speech.say("phút", at + 3, at + 4);
      return 4;
    }
    return 3;
  }

  /** 8h30'45": with seconds behind them the minutes need their name. */
  private static int readSeconds(Line line, int at, Speech speech) {
    boolean seconds = line.isGlued(at + 4) && isMinutes(line, at + 4);
    if (seconds && line.value(at + 4) > 0) {
      sayToTheSecond(line, at + 2, at + 4, speech);
    } else {
      sayMinutes(line, at + 2, speech);
    }
    int end = seconds ? at + 5 : at + 4;
    while (seconds && (line.isGluedMark(end, '"') || line.isGluedMark(end, '\''))) {
      end++;
      seconds = end < at + 7;
    }
    return end - at;
  }

  private static void sayToTheSecond(Line line, int minutes, int seconds, Speech speech) {
    speech.figure(minutes(line, minutes) + " phút", minutes, minutes + 1);
    speech.figure(minutes(line, seconds) + " giây", seconds, seconds + 1);
  }

  private static boolean isMinutes(Line line, int at) {
    return line.digits(at).length() == 2 && line.value(at) < 60;
  }

  private static void sayHour(Line line, int at, int end, Speech speech) {
    speech.figure(Numerals.cardinal(line.digits(at)) + " giờ", at, end);
  }

  private static void sayMinutes(Line line, int at, Speech speech) {
    if (line.value(at) > 0) {
      speech.figure(minutes(line, at), at, at + 1);
    }
  }

  private static String minutes(Line line, int at) {
    return Numerals.named(line.digits(at));
  }
}

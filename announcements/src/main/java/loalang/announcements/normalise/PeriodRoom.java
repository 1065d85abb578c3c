// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Periods written short: năm học 2025/2026, niên vụ 2024/25, 9T/2025, T7/2025. */
final class PeriodRoom implements Room {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int MONTHS = 12;

  @Override
  public int read(Line line, int at, Speech speech) {
    return line.isWord(at) ? readMonth(line, at, speech) : readNumber(line, at, speech);
  }

  /** T7/2025: the month. */
  private static int readMonth(Line line, int at, Speech speech) {
    boolean month = line.get(at).text().equals("T") && isMonths(line, at + 1);
    if (!month || !line.isGlued(at + 1) || !isYearBehind(line, at + 2)) {
      return 0;
    }
    String number = line.value(at + 1) == 4 ? "tư" : Numerals.cardinal(line.digits(at + 1));
    speech.figure("tháng " + number, at, at + 2);
    sayYear(line, at + 3, speech);
    return 4;
  }

  private static int readNumber(Line line, int at, Speech speech) {
    boolean months = isMonths(line, at) && line.word(at + 1).equals("t") && line.isGlued(at + 1);
    if (months && line.get(at + 1).isUpper() && isYearBehind(line, at + 2)) {
      speech.figure(Numerals.cardinal(line.digits(at)) + " tháng", at, at + 2);
      sayYear(line, at + 3, speech);
      return 4;
    }
    return isYear(line, at) ? readTwoYears(line, at, speech) : 0;
  }

  private static int readTwoYears(Line line, int at, Speech speech) {
    boolean slash = line.isGluedMark(at + 1, '/') && line.isGlued(at + 2);
    String second = line.digits(at + 2);
    String whole = second.length() == 2 ? line.digits(at).substring(0, 2) + second : second;
    boolean next = whole.equals(Integer.toString(line.value(at) + 1));
    if (!slash || !next || line.isGluedMark(at + 3, '/')) {
      return 0;
    }
    speech.figure(Numerals.cardinal(line.digits(at)), at, at + 1);
    speech.figure("đến " + Numerals.cardinal(whole), at + 1, at + 3);
    return 3;
  }

  private static boolean isYearBehind(Line line, int slash) {
    return line.isGluedMark(slash, '/') && line.isGlued(slash + 1) && isYear(line, slash + 1);
  }

  private static boolean isMonths(Line line, int at) {
    return line.digits(at).length() <= 2 && line.value(at) >= 1 && line.value(at) <= MONTHS;
  }

  private static boolean isYear(Line line, int at) {
    int year = line.value(at);
    return line.digits(at).length() == 4 && year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static void sayYear(Line line, int at, Speech speech) {
    speech.figure("năm " + Numerals.cardinal(line.digits(at)), at - 1, at + 1);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;

/** Numbers of accounts, identity cards and files: digit by digit, and flagged. */
final class AccountRoom implements Room {
  private static final int SHORTEST = 6;
  private static final int IDENTITY = 12;
  private static final int LONGEST_COUNTED = 12;
  private static final int LOOK_BACK = 5;

  @Override
  public int read(Line line, int at, Speech speech) {
    int length = line.digits(at).length();
    boolean parts = isAnnounced(line, at) && (isDotted(line, at) || isSpaced(line, at));
    if (parts) {
      return readParts(line, at, speech);
    }
    if (length < SHORTEST || isGrouped(line, at) || Units.find(line, at + 1) != null) {
      return 0;
    }
    boolean account = isAnnounced(line, at);
    boolean identity = length == IDENTITY && line.digits(at).startsWith("0");
    if (!identity && !(account && length >= SHORTEST) && length <= LONGEST_COUNTED) {
      return 0;
    }
    sayByThrees(line, at, speech);
    if (identity || account) {
      String said = Numerals.oneByOne(line.digits(at));
      speech.doubt(ReadingWarning.Kind.PERSONAL_DATA, at, at + 1, said);
    }
    boolean branch = line.isGluedMark(at + 1, '-') && line.isGlued(at + 2);
    if (account && branch && line.isNumber(at + 2)) {
      speech.figure(Numerals.oneByOne(line.digits(at + 2)), at + 2, at + 3);
      return 3;
    }
    return 1;
  }

  /** 3713.0.1054321: parts that can be no thousands. */
  private static boolean isDotted(Line line, int at) {
    boolean parts = isPart(line, at + 1) && isPart(line, at + 3);
    return parts && (line.digits(at + 2).length() != 3 || line.digits(at + 4).length() > 3);
  }

  /** 1133 6688 99: groups of a long number, and nothing that is counted behind them. */
  private static boolean isSpaced(Line line, int at) {
    int end = at + 1;
    int digits = line.digits(at).length();
    while (end - at < LONGEST_COUNTED && isGroup(line, end)) {
      digits += line.digits(end).length();
      end++;
    }
    boolean wide = line.digits(at).length() >= 3 && digits >= SHORTEST + 2;
    return wide && end > at + 1 && Units.find(line, end) == null;
  }

  private static boolean isGroup(Line line, int at) {
    return line.digits(at).length() >= 2 && line.get(at).gap();
  }

  private static boolean isPart(Line line, int sign) {
    boolean mark = line.isGluedMark(sign, '.') || line.isGluedMark(sign, '-');
    return mark && line.isGlued(sign + 1) && line.isNumber(sign + 1);
  }

  private static int readParts(Line line, int at, Speech speech) {
    int end = at + 1;
    StringBuilder said = new StringBuilder();
    sayByThrees(line, at, speech);
    said.append(line.digits(at));
    while (end - at < 2 * LONGEST_COUNTED && (isPart(line, end) || isGroup(line, end))) {
      int next = line.isNumber(end) ? end : end + 1;
      sayByThrees(line, next, speech);
      said.append(line.digits(next));
      end = next + 1;
    }
    speech.doubt(ReadingWarning.Kind.PERSONAL_DATA, at, end, Numerals.oneByOne(said.toString()));
    return end - at;
  }

  private static boolean isGrouped(Line line, int at) {
    boolean sign = line.isGluedMark(at + 1, '.') || line.isGluedMark(at + 1, ',');
    return sign && line.isGlued(at + 2) && line.isNumber(at + 2);
  }

  private static boolean isAnnounced(Line line, int at) {
    for (int i = at; i > at - LOOK_BACK && i > 0; i--) {
      if (Contexts.ACCOUNT.endsBefore(line, i)) {
        return true;
      }
    }
    return false;
  }

  private static void sayByThrees(Line line, int at, Speech speech) {
    String digits = line.digits(at);
    int from = 0;
    while (from < digits.length()) {
      int left = digits.length() - from;
      int size = left <= 4 ? left : 3;
      speech.figure(Numerals.oneByOne(digits.substring(from, from + size)) + ",", at, at + 1);
      from += size;
    }
  }
}

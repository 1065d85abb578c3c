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
    return 1;
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

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import org.jspecify.annotations.Nullable;

/**
 * A number as figures: "1.250.000", "98,7", "06".
 *
 * @param whole the digits before the decimal sign, without grouping
 * @param decimals the digits after it; empty if there are none
 * @param commaGroups whole, read as if its comma grouped thousands; empty if it cannot be so read
 * @param end one past the last token
 */
record Figure(String whole, String decimals, String commaGroups, int end) {

  /** The figure that starts at a number token; null if none does. */
  static @Nullable Figure at(Line line, int at) {
    if (!line.isNumber(at)) {
      return null;
    }
    int end = endOfGroups(line, at, '.');
    StringBuilder whole = new StringBuilder();
    for (int i = at; i < end; i += 2) {
      whole.append(line.digits(i));
    }
    boolean listed = line.isGluedMark(at - 1, ',') && line.isGlued(at) && line.isNumber(at - 2);
    boolean comma = line.isGluedMark(end, ',') && line.isNumber(end + 1);
    if (comma && line.isGlued(end + 1) && !listed) {
      return withComma(line, at, end, whole.toString());
    }
    return new Figure(whole.toString(), "", "", end);
  }

  private static @Nullable Figure withComma(Line line, int at, int comma, String whole) {
    int groups = comma == at + 1 ? endOfGroups(line, at, ',') : comma;
    if (groups > comma + 2) {
      return new Figure(joined(line, at, groups), "", joined(line, at, groups), groups);
    }
    boolean goesOn = line.isGluedMark(comma + 2, ',') && line.isGlued(comma + 3);
    if (goesOn && line.isNumber(comma + 3)) {
      return new Figure(whole, "", "", comma); // "1,2,3": a list, not a decimal
    }
    String thousands = groups == comma + 2 ? joined(line, at, groups) : "";
    if (!thousands.isEmpty() && line.digits(comma + 1).equals("000")) {
      return new Figure(thousands, "", thousands, groups); // nobody measures to three zeros
    }
    return new Figure(whole, line.digits(comma + 1), thousands, comma + 2);
  }

  private static String joined(Line line, int at, int end) {
    StringBuilder digits = new StringBuilder();
    for (int i = at; i < end; i += 2) {
      digits.append(line.digits(i));
    }
    return digits.toString();
  }

  /** One past the last group of three digits; one past the first number if there is none. */
  private static int endOfGroups(Line line, int at, char separator) {
    int end = at + 1;
    String first = line.digits(at);
    if (first.length() > 3 || first.startsWith("0")) {
      return end;
    }
    while (line.isGluedMark(end, separator)
        && line.isGlued(end + 1)
        && line.digits(end + 1).length() == 3) {
      end += 2;
    }
    boolean stray = line.isGluedMark(end, separator) && line.isGlued(end + 1);
    return stray && separator == '.' && line.isNumber(end + 1) ? at + 1 : end;
  }

  boolean isWhole() {
    return decimals.isEmpty();
  }

  /** In words, leading zeros silent. */
  String words() {
    String cardinal = Numerals.cardinal(whole);
    return isWhole() ? cardinal : cardinal + " phẩy " + Numerals.decimals(decimals);
  }
}

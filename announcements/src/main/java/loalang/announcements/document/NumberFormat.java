// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.Locale;

/** How a list writes its numbers: 1, a, A, i, I. Names as in Word (ECMA-376) and OpenDocument. */
final class NumberFormat {
  private static final String[] ROMANS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] WORTHS = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final int LETTERS = 26;
  private static final int LARGEST_ROMAN = 3999;

  private NumberFormat() {}

  static String written(String format, int number) {
    return switch (format) {
      case "lowerLetter", "a" -> letters(number);
      case "upperLetter", "A" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman", "i" -> roman(number);
      case "upperRoman", "I" -> roman(number).toUpperCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  private static String letters(int number) {
    if (number < 1 || number > LETTERS) {
      return Integer.toString(number);
    }
    return String.valueOf((char) ('a' + number - 1));
  }

  private static String roman(int number) {
    if (number < 1 || number > LARGEST_ROMAN) {
      return Integer.toString(number);
    }
    StringBuilder written = new StringBuilder();
    int left = number;
    for (int i = 0; i < ROMANS.length; i++) {
      while (left >= WORTHS[i]) {
        written.append(ROMANS[i]);
        left -= WORTHS[i];
      }
    }
    return written.toString();
  }
}

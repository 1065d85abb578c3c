// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Numbers in words, as the North says them. */
final class Numerals {
  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };
  private static final int BILLION_DIGITS = 9;
  private static final int LONGEST_CARDINAL = 18;

  private Numerals() {}

  static String cardinal(int number) {
    return cardinal(Integer.toString(number));
  }

  /** A whole number; leading zeros are silent; past 18 digits nobody counts, so digit by digit. */
  static String cardinal(String digits) {
    String bare = withoutLeadingZeros(digits);
    if (bare.length() > LONGEST_CARDINAL) {
      return oneByOne(digits);
    }
    StringBuilder words = new StringBuilder();
    appendCardinal(words, bare);
    return words.isEmpty() ? DIGITS[0] : words.toString();
  }

  /** The number of a paper or a name: "06" is "không sáu". */
  static String named(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < zeros; i++) {
      append(words, DIGITS[0]);
    }
    append(words, cardinal(digits.substring(zeros)));
    return words.toString();
  }

  static String oneByOne(String digits) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      append(words, DIGITS[digits.charAt(i) - '0']);
    }
    return words.toString();
  }

  /** What follows "phẩy": a number where it is short and starts without a zero, else digits. */
  static String decimals(String digits) {
    return digits.startsWith("0") || digits.length() > 3 ? oneByOne(digits) : cardinal(digits);
  }

  static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static void appendCardinal(StringBuilder words, String digits) {
    int high = digits.length() - BILLION_DIGITS;
    if (high > 0) {
      appendCardinal(words, digits.substring(0, high));
      append(words, "tỷ");
    }
    String low = digits.substring(Math.max(high, 0));
    String padded = "0".repeat(BILLION_DIGITS - low.length()) + low;
    appendTriple(words, padded.substring(0, 3), "triệu");
    appendTriple(words, padded.substring(3, 6), "nghìn");
    appendTriple(words, padded.substring(6), "");
  }

  private static void appendTriple(StringBuilder words, String triple, String scale) {
    int hundreds = triple.charAt(0) - '0';
    int tens = triple.charAt(1) - '0';
    int units = triple.charAt(2) - '0';
    if (hundreds + tens + units == 0) {
      return;
    }
    boolean full = hundreds > 0 || !words.isEmpty();
    if (full) {
      append(words, DIGITS[hundreds]);
      append(words, "trăm");
    }
    if (tens == 0 && units > 0 && full) {
      append(words, "linh");
      append(words, units == 4 ? "tư" : DIGITS[units]);
    } else {
      appendTens(words, tens, units);
    }
    append(words, scale);
  }

  private static void appendTens(StringBuilder words, int tens, int units) {
    if (tens == 1) {
      append(words, "mười");
    } else if (tens > 1) {
      append(words, DIGITS[tens]);
      append(words, "mươi");
    }
    if (units == 0) {
      return;
    }
    if (tens > 0 && units == 5) {
      append(words, "lăm");
    } else if (tens > 1 && units == 1) {
      append(words, "mốt");
    } else if (tens > 1 && units == 4) {
      append(words, "tư");
    } else {
      append(words, DIGITS[units]);
    }
  }

  private static void append(StringBuilder words, String word) {
    if (word.isEmpty()) {
      return;
    }
    if (!words.isEmpty()) {
      words.append(' ');
    }
    words.append(word);
  }

  /** The ordinal behind "thứ" that differs from the cardinal; empty if it does not. */
  static String ordinal(int value) {
    return switch (value) {
      case 1 -> "nhất";
      case 4 -> "tư";
      default -> "";
    };
  }
}

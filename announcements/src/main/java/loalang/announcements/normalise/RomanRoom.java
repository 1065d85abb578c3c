// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Roman numerals: khóa XII, Đại hội XIV, Quý II/2025. */
final class RomanRoom implements Room {
  private static final int LONGEST = 8;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (!isRoman(line, at)) {
      return 0;
    }
    int value = value(line.get(at).text());
    speech.figure(rank(line.word(at - 1), value), at, at + 1);
    int end = at + 1;
    if (line.isMark(end, '-') && line.isWord(end + 1) && value(line.get(end + 1).text()) > 0) {
      speech.figure("đến " + Numerals.cardinal(value(line.get(end + 1).text())), end, end + 2);
      end += 2;
    }
    boolean year = line.isGluedMark(end, '/') && line.digits(end + 1).length() == 4;
    if (year) {
      speech.figure("năm " + Numerals.cardinal(line.digits(end + 1)), end, end + 2);
      end += 2;
    }
    return end - at;
  }

  /** "lần thứ I", "giải II": said otherwise than the number. */
  private static String rank(String before, int value) {
    boolean prize = before.equals("giải");
    String ordinal = prize || before.equals("thứ") ? Numerals.ordinal(value) : "";
    String rank = prize && value == 2 ? "nhì" : ordinal;
    return rank.isEmpty() ? Numerals.cardinal(value) : rank;
  }

  private static boolean isRoman(Line line, int at) {
    if (!line.isWord(at) || value(line.get(at).text()) == 0) {
      return false;
    }
    if (line.isGlued(at + 1) && line.isNumber(at + 1)) {
      return false;
    }
    if (Contexts.ROMAN.endsBefore(line, at)) {
      return true;
    }
    String text = line.get(at).text();
    boolean small =
        text.length() > 1 && text.chars().allMatch(letter -> "IVX".indexOf(letter) >= 0);
    return small && !Syllables.isSyllable(line.word(at));
  }

  /** The value of a numeral in capitals as it is written today; 0 if it is none. */
  static int value(String text) {
    if (text.length() > LONGEST) {
      return 0;
    }
    int total = 0;
    int last = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      int worth = worth(text.charAt(i));
      if (worth == 0) {
        return 0;
      }
      total += worth < last ? -worth : worth;
      last = Math.max(last, worth);
    }
    return total > 0 && text.equals(written(total)) ? total : 0;
  }

  private static int worth(char letter) {
    return switch (letter) {
      case 'I' -> 1;
      case 'V' -> 5;
      case 'X' -> 10;
      case 'L' -> 50;
      case 'C' -> 100;
      case 'D' -> 500;
      case 'M' -> 1000;
      default -> 0;
    };
  }

  private static String written(int value) {
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    int[] worths = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    StringBuilder written = new StringBuilder();
    int left = value;
    for (int i = 0; i < signs.length; i++) {
      while (left >= worths[i]) {
        written.append(signs[i]);
        left -= worths[i];
      }
    }
    return written.toString();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** What may stand at the head of a line: bullets (a pause), a), 1., (1), II., 2.1. */
final class ListHead {
  private static final String BULLETS = "-+*·•▪●○◦►➢✓✔❖◆■□➤→⇒‣∙\\>#_~";
  private static final int MOST_MARKS = 8;

  private ListHead() {}

  /** Reads the head and gives the first token of the body; 0 if the line has no head. */
  static int read(Line line, Speech speech) {
    int body = afterBullets(line);
    int end = endOfLabel(line, body);
    if (end == body || end >= line.size()) {
      return body >= line.size() ? 0 : body;
    }
    sayLabel(line, body, end, speech);
    speech.pause();
    return end;
  }

  private static int afterBullets(Line line) {
    int at = 0;
    while (at < MOST_MARKS && line.has(at) && isBullet(line, at)) {
      at++;
    }
    return at;
  }

  private static boolean isBullet(Line line, int at) {
    Token token = line.get(at);
    if (token.kind() != Token.Kind.MARK) {
      return false;
    }
    boolean minusOrPlus = token.text().equals("-") || token.text().equals("+");
    boolean sign = minusOrPlus && line.isNumber(at + 1) && line.isGlued(at + 1);
    boolean strayDot = at > 0 && token.text().equals(".");
    return strayDot || (BULLETS.contains(token.text()) && !(sign && isSigned(line, at)));
  }

  private static boolean isSigned(Line line, int at) {
    Figure figure = Figure.at(line, at + 1);
    Units.Found unit = figure == null ? null : Units.find(line, figure.end());
    boolean abroad = line.isMark(at, '+') && line.value(at + 1) == 84;
    return abroad || (unit != null && unit.unit().negative());
  }

  private static int endOfLabel(Line line, int at) {
    if (line.isMark(at, '(') && isLabel(line, at + 1) && line.isMark(at + 2, ')')) {
      return at + 3;
    }
    if (!isLabel(line, at)) {
      return at;
    }
    int end = at + 1;
    while ((line.isNumber(at) || RomanRoom.value(line.get(at).text()) > 0)
        && line.isGluedMark(end, '.')
        && line.isGlued(end + 1)
        && line.isNumber(end + 1)
        && line.digits(end + 1).length() <= 2) {
      end += 2;
    }
    boolean closed = line.isGluedMark(end, ')') || isClosedByGap(line, end);
    boolean section = end > at + 1 && line.isName(end) && !line.isGlued(end);
    return closed ? end + 1 : section ? end : at;
  }

  private static boolean isClosedByGap(Line line, int end) {
    boolean mark =
        line.isGluedMark(end, '.') || line.isGluedMark(end, '/') || line.isGluedMark(end, '-');
    return mark && line.has(end + 1) && !line.isGlued(end + 1);
  }

  private static boolean isLabel(Line line, int at) {
    if (line.isNumber(at)) {
      return line.digits(at).length() <= 2;
    }
    String text = line.isWord(at) ? line.get(at).text() : "";
    return RomanRoom.value(text) > 0 || (text.length() == 1 && isLetterOfList(line, at));
  }

  // "P. 5" and "H. Thanh Trì" are short forms, not items of a list.
  private static boolean isLetterOfList(Line line, int at) {
    if (!line.get(at).isUpper() || !line.isMark(at + 1, '.')) {
      return true;
    }
    boolean street = line.word(at).equals("đ") && line.isName(at + 2) && line.isName(at + 3);
    return "ABCDĐEG".contains(line.get(at).text()) && !street;
  }

  private static void sayLabel(Line line, int from, int to, Speech speech) {
    for (int i = from; i < to; i++) {
      if (line.isNumber(i)) {
        speech.figure(Numerals.cardinal(line.digits(i)), i, i + 1);
      } else if (line.isWord(i)) {
        speech.figure(label(line.get(i).text()), i, i + 1);
      } else if (line.isMark(i, '.') && line.isNumber(i + 1) && i + 1 < to) {
        speech.say("chấm", i, i + 1);
      }
    }
  }

  private static String label(String text) {
    int roman = RomanRoom.value(text);
    boolean part = roman > 0 && (roman < 50 || text.length() > 1);
    return part ? "phần " + Numerals.cardinal(roman) : Letters.spelled(text);
  }
}

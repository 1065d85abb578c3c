// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** What is multiplied: 3x4, 2 x 1.600kVA. The second number is read by its own room. */
final class TimesRoom implements Room {

  @Override
  public int read(Line line, int at, Speech speech) {
    Figure figure = Figure.at(line, at);
    if (figure == null || !line.isNumber(figure.end() + 1)) {
      return 0;
    }
    int sign = figure.end();
    if (!isTimes(line, sign) && !line.isMark(sign, '\u00d7')) {
      return 0;
    }
    speech.figure(figure.words(), at, sign);
    speech.say("nhân", sign, sign + 1);
    return sign + 1 - at;
  }

  /** A small x alone; a capital one belongs to a number plate. */
  static boolean isTimes(Line line, int at) {
    return line.isWord(at) && line.get(at).text().equals("x") && line.isNumber(at + 1);
  }
}

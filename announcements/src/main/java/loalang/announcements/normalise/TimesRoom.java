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
    if (!"x".equals(line.word(sign)) && !line.isMark(sign, '\u00d7')) {
      return 0;
    }
    speech.figure(figure.words(), at, sign);
    speech.say("nhân", sign, sign + 1);
    return sign + 1 - at;
  }
}

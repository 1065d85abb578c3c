// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** 350C behind a word of weather or fever: the zero was meant to be the degree sign. */
final class TemperatureRoom implements Room {
  private static final int LOOK_BACK = 14;
  private static final int HOTTEST = 50;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (isDegrees(line, at)) {
      sayDegrees(line, at, speech);
      return 2;
    }
    boolean range = line.isMark(at + 1, '-') && line.digits(at).length() <= 2;
    if (range && isDegrees(line, at + 2)) {
      speech.figure(Numerals.cardinal(line.digits(at)) + " đến", at, at + 2);
      sayDegrees(line, at + 2, speech);
      return 4;
    }
    return 0;
  }

  private static void sayDegrees(Line line, int at, Speech speech) {
    String degrees = line.digits(at).substring(0, line.digits(at).length() - 1);
    speech.figure(Numerals.cardinal(degrees) + " độ xê", at, at + 2);
    speech.markFigure(at);
  }

  private static boolean isDegrees(Line line, int at) {
    String digits = line.digits(at);
    boolean sign = line.isGlued(at + 1) && line.isWord(at + 1);
    boolean shape = digits.length() >= 2 && digits.length() <= 3 && digits.endsWith("0");
    return shape
        && sign
        && line.get(at + 1).text().equals("C")
        && line.value(at) < 10 * HOTTEST
        && isWeather(line, at);
  }

  private static boolean isWeather(Line line, int at) {
    for (int i = at; i > 0 && i > at - LOOK_BACK; i--) {
      if (Contexts.WEATHER.endsBefore(line, i)) {
        return true;
      }
    }
    return false;
  }
}

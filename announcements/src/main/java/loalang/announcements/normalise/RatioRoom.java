// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** a/b that is no date: a share ("một phần hai số hộ"), members of a total ("năm trên bảy"). */
final class RatioRoom implements Room {

  private static final int QUARTER = 4;
  private static final char FRACTION = '\u2044';

  @Override
  public int read(Line line, int at, Speech speech) {
    boolean colon = line.isGluedMark(at + 1, ':');
    boolean fraction = line.isGluedMark(at + 1, FRACTION);
    boolean slash = line.isGluedMark(at + 1, '/') || colon || fraction;
    if (!slash || !line.isNumber(at) || !line.isNumber(at + 2) || !line.isGlued(at + 2)) {
      return 0;
    }
    Figure first = Figure.at(line, at);
    Figure second = Figure.at(line, at + 2);
    boolean hotlines = CountRoom.isHotline(line, at) && CountRoom.isHotline(line, at + 2);
    if (first == null || second == null || hotlines) {
      return 0;
    }
    boolean part = !colon && line.value(at) < line.value(at + 2);
    boolean ofWhole = Contexts.SHARED.startsAt(line, second.end()) && line.value(at + 2) <= 10;
    boolean about = Contexts.ABOUT.endsBefore(line, at) && line.value(at + 2) <= QUARTER;
    boolean share = fraction || (part && (ofWhole || about));
    speech.figure(side(line, at, first), at, at + 1);
    speech.say(share ? "phần" : "trên", at + 1, at + 2);
    boolean quarter = share && line.value(at + 2) == 4;
    String whole = quarter ? "tư" : side(line, at + 2, second);
    speech.figure(whole, at + 2, second.end());
    Units.Found unit = Units.find(line, second.end());
    int end = second.end();
    if (unit != null) {
      speech.say(unit.unit().spoken(), end, unit.end());
      end = unit.end();
    }
    speech.markFigure(at);
    return end - at;
  }

  // Round the clock is said with "bốn": hai mươi bốn trên bảy.
  private static String side(Line line, int at, Figure figure) {
    boolean day = line.value(at) == 24 && (isDay(line, at - 2) || isDay(line, at + 2));
    return day ? "hai mươi bốn" : figure.words();
  }

  private static boolean isDay(Line line, int at) {
    return line.value(at) == 24 || line.value(at) == 7;
  }
}

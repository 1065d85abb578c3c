// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import org.jspecify.annotations.Nullable;

/** A number with a sign of money, measure or share: 5.000đ/người, 2,5ha, 30 kg/ha, 80%. */
final class QuantityRoom implements Room {

  @Override
  public int read(Line line, int at, Speech speech) {
    if (line.isMark(at, '-')) {
      return readNegative(line, at, speech);
    }
    if (line.isMark(at, '$') || line.isMark(at, '€')) {
      return readSignBefore(line, at, speech);
    }
    if (isHeight(line, at)) {
      return readHeight(line, at, speech);
    }
    Figure figure = spaced(line, at);
    Units.Found found = figure == null ? null : Units.find(line, figure.end());
    if (figure == null || found == null) {
      return 0;
    }
    boolean groups = found.unit().money() && !figure.commaGroups().isEmpty();
    String number =
        groups ? Numerals.cardinal(figure.commaGroups()) : dotted(line, at, figure).words();
    speech.figure(number, at, figure.end());
    int end = readUnit(line, found, figure.end(), speech);
    speech.markFigure(at);
    return end - at;
  }

  /** "cao 1m2", "1m65": metres and a part of one. */
  private static boolean isHeight(Line line, int at) {
    boolean metres = "m".equals(line.word(at + 1)) && line.isGlued(at + 1) && line.isGlued(at + 2);
    int digits = line.digits(at + 2).length();
    boolean tall =
        switch (line.word(at - 1)) {
          case "cao", "sâu", "dài", "rộng", "ngang" -> true;
          default -> false;
        };
    return metres && line.digits(at).length() == 1 && (digits == 2 || (digits == 1 && tall));
  }

  private static int readHeight(Line line, int at, Speech speech) {
    speech.figure(Numerals.cardinal(line.digits(at)) + " mét", at, at + 2);
    speech.figure(Numerals.named(line.digits(at + 2)), at + 2, at + 3);
    return 3;
  }

  /** "2.5 ha": with a unit behind it the dot can only be a decimal sign. */
  private static Figure dotted(Line line, int at, Figure figure) {
    boolean dot = figure.end() > at + 2 && line.digits(at + 2).length() != 3;
    return dot && line.isMark(at + 1, '.')
        ? new Figure(line.digits(at), line.digits(at + 2), "", figure.end())
        : figure;
  }

  /** A figure whose groups may be parted by spaces if money follows: 98 700 000 đồng. */
  private static @Nullable Figure spaced(Line line, int at) {
    Figure figure = Figure.at(line, at);
    if (figure == null) {
      return null;
    }
    int end = figure.end();
    boolean single = end == at + 1;
    if (single && isDecimalDot(line, at) && Units.find(line, at + 3) != null) {
      return new Figure(line.digits(at), line.digits(at + 2), "", at + 3);
    }
    if (!single || line.digits(at).length() > 3 || line.digits(at).startsWith("0")) {
      return figure;
    }
    StringBuilder whole = new StringBuilder(figure.whole());
    while (end < at + 6 && line.digits(end).length() == 3 && line.get(end).gap()) {
      whole.append(line.digits(end));
      end++;
    }
    Units.Found money = end == at + 1 ? null : Units.find(line, end);
    return money != null && money.unit().money()
        ? new Figure(whole.toString(), "", "", end)
        : figure;
  }

  private static boolean isDecimalDot(Line line, int at) {
    boolean dot = line.isGluedMark(at + 1, '.') && line.isGlued(at + 2) && line.isNumber(at + 2);
    return dot && !line.isGluedMark(at + 3, '.') && !line.isGluedMark(at + 3, ',');
  }

  private static int readNegative(Line line, int at, Speech speech) {
    boolean touches = line.isGlued(at + 1) && (at == 0 || line.get(at).gap());
    Figure figure = touches && speech.figureAt() < 0 ? Figure.at(line, at + 1) : null;
    Units.Found found = figure == null ? null : Units.find(line, figure.end());
    if (figure == null || found == null || !found.unit().negative()) {
      return 0;
    }
    speech.figure("âm " + figure.words(), at, figure.end());
    int end = readUnit(line, found, figure.end(), speech);
    speech.markFigure(at);
    return end - at;
  }

  private static int readSignBefore(Line line, int at, Speech speech) {
    Figure figure = line.isGlued(at + 1) ? Figure.at(line, at + 1) : null;
    Units.Found found = Units.find(line, at);
    if (figure == null || found == null) {
      return 0;
    }
    String whole = figure.commaGroups().isEmpty() ? "" : figure.commaGroups();
    String number = whole.isEmpty() ? figure.words() : Numerals.cardinal(whole);
    speech.figure(number + " " + found.unit().spoken(), at, figure.end());
    return figure.end() - at;
  }

  private static int readUnit(Line line, Units.Found found, int at, Speech speech) {
    speech.figure(found.unit().spoken(), at, found.end());
    String joiner = found.unit().money() ? "một" : "trên";
    int end = found.end();
    while (line.isGluedMark(end, '/') && line.isGlued(end + 1)) {
      int next = readPer(line, end, joiner, speech);
      if (next == end) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int readPer(Line line, int slash, String joiner, Speech speech) {
    speech.markPerUnit(slash);
    Units.Found unit = Units.find(line, slash + 1);
    if (unit != null) {
      speech.say(joiner + " " + unit.unit().spoken(), slash, unit.end());
      return unit.end();
    }
    boolean one = line.value(slash + 1) == 1 && line.isWord(slash + 2);
    int word = one ? slash + 2 : slash + 1;
    if (!line.isWord(word)) {
      return slash;
    }
    if (line.get(word).isUpper()) {
      speech.say(joiner, slash, slash + 1);
      return slash + 1;
    }
    String said = WordRoom.said(line.get(word));
    speech.say((one ? "một" : joiner) + " " + said, slash, word + 1);
    return word + 1;
  }
}

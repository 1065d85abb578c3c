// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.Set;

/** Whatever number no other room wanted: counted, named (Đề án 06) or dialled (gọi 113). */
final class CountRoom implements Room {
  private static final Set<String> HOTLINES =
      Set.of("111", "112", "113", "114", "115", "1022", "1414");
  private static final int LONGEST_DIALLED = 8;
  private static final int LONGEST_SENT = 5;
  private static final int LOOK_BACK = 12;

  @Override
  public int read(Line line, int at, Speech speech) {
    Figure figure = Figure.at(line, at);
    if (figure == null) {
      return 0;
    }
    boolean single = figure.end() == at + 1;
    if (single && isSerial(line, at)) {
      speech.figure(Numerals.oneByOne(figure.whole()), at, at + 1);
      return 1;
    }
    if (single && isDialled(line, at)) {
      speech.figure(dialled(line.digits(at)), at, at + 1);
      return 1;
    }
    boolean leadingZero = figure.whole().length() > 1 && figure.whole().startsWith("0");
    if (single && leadingZero && isName(line, at)) {
      speech.figure(Numerals.named(figure.whole()), at, at + 1);
    } else {
      speech.figure(figure.words(), at, figure.end());
      speech.markFigure(at);
    }
    return figure.end() - at;
  }

  /** "số BM 123456": one or two capitals before a long number are part of a code. */
  private static boolean isSerial(Line line, int at) {
    int digits = line.digits(at).length();
    boolean letters =
        line.isWord(at - 1)
            && line.get(at - 1).isUpper()
            && line.get(at - 1).text().length() == 2
            && !line.isMostlyUpper();
    boolean counted = Contexts.COUNTED.startsAt(line, at + 1) || Units.find(line, at + 1) != null;
    return letters && digits >= 5 && digits <= 8 && !counted;
  }

  private static String dialled(String digits) {
    int half = digits.length() > 5 ? (digits.length() + 1) / 2 : digits.length();
    String first = Numerals.oneByOne(digits.substring(0, half));
    return half == digits.length()
        ? first
        : first + ", " + Numerals.oneByOne(digits.substring(half));
  }

  private static boolean isName(Line line, int at) {
    boolean sign = line.isGluedMark(at - 1, '-') || line.isGluedMark(at - 1, '.');
    boolean code = sign && line.isGlued(at) && line.has(at - 2);
    return (Contexts.NAME.endsBefore(line, line.isMark(at - 1, ':') ? at - 1 : at)
            && !isCountedAfterAll(line, at))
        || (code && line.get(at - 2).isUpper());
  }

  /** "tại nhà 07 ngày": what follows is counted, unless "số" says that the number is a name. */
  private static boolean isCountedAfterAll(Line line, int at) {
    boolean counted =
        Contexts.COUNTED.startsAt(line, at + 1) || Contexts.PER.startsAt(line, at + 1);
    boolean numbered =
        switch (line.twoWords(at - 2)) {
          case "trong số", "tổng số", "con số", "một số" -> false;
          default -> line.word(at - 1).equals("số");
        };
    return counted && line.isWord(at - 1) && !numbered;
  }

  /** Two numbers back at most: "gọi 113, 114 hoặc 115". */
  private static boolean isDialled(Line line, int at) {
    int length = line.digits(at).length();
    if (length < 3 || length > LONGEST_DIALLED) {
      return false;
    }
    boolean hotline = isHotline(line, at);
    boolean alone = at == 0 && !line.isWord(at + 1);
    boolean numbered =
        "số".equals(line.word(at - 1))
            && !Contexts.PAPER.endsBefore(line, at - 1)
            && !isHouse(line, at);
    boolean rescue = hotline && Contexts.RESCUE.endsBefore(line, at) && !line.isWord(at + 1);
    if (rescue || isMessage(line, at)) {
      return true;
    }
    if ((hotline && (alone || numbered)) || isCalled(line, at)) {
      return true;
    }
    int before = at - 2;
    for (int i = 0; i < 3 && hotline && line.isNumber(before); i++, before -= 2) {
      if (isCalled(line, before) || (before == 0 && isHotline(line, before))) {
        return true;
      }
    }
    return false;
  }

  /** "tại số 115 Lê Lợi", "Số 115, tổ dân phố 4". */
  private static boolean isHouse(Line line, int at) {
    int next = line.isMark(at + 1, ',') ? at + 2 : at + 1;
    boolean street = Contexts.ADDRESS.startsAt(line, next) || line.isName(at + 1);
    return street || Contexts.ADDRESS.endsBefore(line, at - 1);
  }

  /** "soạn tin ... gửi 1414". */
  private static boolean isMessage(Line line, int at) {
    boolean counted = Contexts.COUNTED.startsAt(line, at + 1) || Units.find(line, at + 1) != null;
    if (!"gửi".equals(line.word(at - 1)) || counted || line.digits(at).length() > LONGEST_SENT) {
      return false;
    }
    for (int i = at - 1; i > 0 && i > at - LOOK_BACK; i--) {
      if (Contexts.MESSAGE.endsBefore(line, i)) {
        return true;
      }
    }
    return false;
  }

  static boolean isHotline(Line line, int at) {
    return HOTLINES.contains(line.digits(at));
  }

  private static boolean isCalled(Line line, int at) {
    return Contexts.CALL.endsBefore(line, line.isMark(at - 1, ':') ? at - 1 : at);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Numbers of sections and versions keep their dots: 2.1.1. */
final class SectionRoom implements Room {
  private static final int MOST_TOKENS = 19;

  @Override
  public int read(Line line, int at, Speech speech) {
    if (!line.isNumber(at) || isThousands(line, at)) {
      return 0;
    }
    int end = at + 1;
    while (end - at < MOST_TOKENS
        && line.isGluedMark(end, '.')
        && line.isGlued(end + 1)
        && line.isNumber(end + 1)) {
      end += 2;
    }
    if (end == at + 1) {
      return 0;
    }
    boolean decimal = end == at + 3 && ("0".equals(line.digits(at)) || isScaled(line, end));
    speech.figure(Numerals.named(line.digits(at)), at, at + 1);
    for (int i = at + 1; i < end; i += 2) {
      speech.say(decimal ? "phẩy" : "chấm", i, i + 1);
      speech.figure(Numerals.named(line.digits(i + 1)), i + 1, i + 2);
    }
    return end - at;
  }

  private static boolean isScaled(Line line, int at) {
    return switch (line.word(at)) {
      case "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "tấn", "tạ", "lần" -> true;
      default -> false;
    };
  }

  private static boolean isThousands(Line line, int at) {
    Figure figure = Figure.at(line, at);
    return figure != null && figure.end() > at + 1;
  }
}

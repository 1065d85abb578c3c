// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Money as it is spoken and scribbled: 1tr5 is one million five hundred thousand, 2tỷ3 alike. */
final class ShorthandRoom implements Room {
  private static final String ZEROS = "000";

  @Override
  public int read(Line line, int at, Speech speech) {
    String scale = scale(line.word(at + 1));
    String below = scale.equals("tỷ") ? "triệu" : "nghìn";
    String rest = line.digits(at + 2);
    boolean glued = line.isGlued(at + 1) && line.isGlued(at + 2);
    boolean ends = !line.isGlued(at + 3) || !(line.isWord(at + 3) || line.isNumber(at + 3));
    if (scale.isEmpty() || !glued || !ends || rest.isEmpty() || rest.length() > 3) {
      return 0;
    }
    String thousands = rest + ZEROS.substring(rest.length());
    speech.figure(Numerals.cardinal(line.digits(at)) + " " + scale, at, at + 2);
    speech.figure(Numerals.cardinal(thousands) + " " + below, at + 2, at + 3);
    int end = at + 3;
    boolean each = line.isGluedMark(end, '/') && line.isWord(end + 1) && line.isGlued(end + 1);
    if (each) {
      Units.Found unit = Units.find(line, end + 1);
      speech.say("một" + (unit == null ? "" : " " + unit.unit().spoken()), end, end + 1);
      end = unit == null ? end + 1 : unit.end();
    }
    return end - at;
  }

  private static String scale(String word) {
    return switch (word) {
      case "tr", "triệu" -> "triệu";
      case "tỷ", "tỉ", "ty" -> "tỷ";
      default -> "";
    };
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import org.jspecify.annotations.Nullable;

/** Signs of money and measure that stand after a number. */
final class Units {
  private static final Phrases<Unit> SIGNS = signs();

  private Units() {}

  /**
   * A sign and its reading.
   *
   * @param spoken lower-case words
   * @param money whether "for one" follows it instead of "trên"
   * @param close whether it must touch the number
   * @param negative whether a dash before the number is a minus
   */
  record Unit(String spoken, boolean money, boolean close, boolean negative) {}

  record Found(Unit unit, int end) {}

  /** The longest sign that stands here after a number; null if none does. */
  static @Nullable Found find(Line line, int at) {
    for (Phrases.Key<Unit> key : SIGNS.startingAt(line, at)) {
      int end = key.endIfAt(line, at);
      boolean touches = !key.value().close() || line.isGlued(at);
      if (end > at && touches && endsThere(line, end)) {
        return new Found(key.value(), end);
      }
    }
    return null;
  }

  private static boolean endsThere(Line line, int end) {
    boolean mark = line.get(end - 1).kind() == Token.Kind.MARK;
    return mark || !line.isGlued(end) || (!line.isWord(end) && !line.isNumber(end));
  }

  private static Phrases<Unit> signs() {
    Phrases<Unit> signs = new Phrases<>();
    for (String[] row : Tables.rows("units.tsv")) {
      String kind = row[2];
      signs.add(
          row[0],
          new Unit(row[1], kind.contains("money"), kind.contains("close"), kind.contains("signed")),
          kind.contains("any"));
    }
    return signs;
  }
}

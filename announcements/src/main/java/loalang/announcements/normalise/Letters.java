// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Letters and their Vietnamese names. */
final class Letters {
  private static final Map<Integer, String> NAMES = names();

  private Letters() {}

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  static boolean isLetter(int point) {
    return Character.isLetter(point);
  }

  /** Each letter by its name; a letter without one is said as it is. */
  static String spelled(String word) {
    StringBuilder names = new StringBuilder();
    lower(word)
        .codePoints()
        .filter(Letters::isLetter)
        .forEach(
            point -> {
              if (!names.isEmpty()) {
                names.append(' ');
              }
              String name = NAMES.get(point);
              if (name == null) {
                names.appendCodePoint(point);
              } else {
                names.append(name);
              }
            });
    return names.toString();
  }

  private static Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    for (String[] row : Tables.rows("letters.tsv")) {
      names.put(row[0].codePointAt(0), row[1]);
    }
    return names;
  }
}

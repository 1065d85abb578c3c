// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes written together from parts that are known: TTYTDP is "trung tâm" and "y tế dự phòng". Read
 * so only if there is one way to part them.
 */
final class Compounds {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 14;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PLACE = 3;
  private static final Map<String, String> BODIES = table("first");
  private static final Map<String, String> LEVELS = table("level");
  private static final Map<String, String> LOCAL = table("local");

  private final Dictionary dictionary;

  Compounds(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The reading of a code in capitals; null if it does not part, or in more ways than one. */
  @Nullable String reading(String code) {
    if (code.length() < SHORTEST || code.length() > LONGEST) {
      return null;
    }
    String only = null;
    for (int cut = 2; cut < code.length(); cut++) {
      String head = BODIES.get(code.substring(0, cut));
      String tail = head == null ? null : tail(code.substring(cut));
      if (tail != null && only != null) {
        return null;
      }
      only = tail == null ? only : head + " " + tail;
    }
    return only == null ? ofOnePlace(code) : only;
  }

  private @Nullable String tail(String code) {
    String level = LEVELS.get(code);
    if (level != null) {
      return level;
    }
    return code.length() < SHORTEST_PART ? null : dictionary.certainReading(code);
  }

  /** CAQHĐ: the police of a quận, and the first letters of its name. */
  private static @Nullable String ofOnePlace(String code) {
    for (int cut = Math.min(code.length() - 1, LONGEST); cut >= 2; cut--) {
      String body = LOCAL.get(code.substring(0, cut));
      if (body != null && code.length() - cut >= 2 && code.length() - cut <= LONGEST_PLACE) {
        return body + " " + Letters.spelled(code.substring(cut));
      }
    }
    return null;
  }

  private static Map<String, String> table(String place) {
    Map<String, String> table = new HashMap<>();
    for (String[] row : Tables.rows("parts.tsv")) {
      if (row[2].equals(place)) {
        table.put(row[0], row[1]);
      }
    }
    return table;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes in the number of a paper: its kind and the body that issued it. */
final class PaperCodes {
  private static final Map<String, String> KINDS = table("paper-kinds.tsv");
  private static final Map<String, String> BODIES = table("paper-bodies.tsv");

  private PaperCodes() {}

  /** "QĐ" is "quyết định"; null for what is no kind of paper. */
  static @Nullable String kind(String code) {
    return KINDS.get(code);
  }

  /** "TTg" is "thủ tướng chính phủ"; "QH15" is "quốc hội khóa mười lăm"; null if unknown. */
  static @Nullable String body(String code) {
    String whole = BODIES.get(code);
    if (whole != null) {
      return whole;
    }
    int digits = code.length();
    while (digits > 0 && Character.isDigit(code.charAt(digits - 1))) {
      digits--;
    }
    String body = BODIES.get(code.substring(0, digits));
    if (body == null || digits == code.length()) {
      return body;
    }
    String number = code.substring(digits);
    return body.endsWith("quốc hội")
        ? body + " khóa " + Numerals.cardinal(number)
        : body + " " + Numerals.oneByOne(number);
  }

  static boolean isKnown(String code) {
    return kind(code) != null || body(code) != null;
  }

  private static Map<String, String> table(String name) {
    Map<String, String> table = new HashMap<>();
    for (String[] row : Tables.rows(name)) {
      table.put(row[0], row[1]);
    }
    return table;
  }
}

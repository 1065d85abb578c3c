// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut where a reader pauses. espeak-ng drops the signs, and the model breathes by them. */
final class Clauses {
  /** A comma inside a number is none. */
  private static final Pattern SIGN =
      Pattern.compile("([,.;:!?…])(?=\\s|$)|\\s[-–—]\\s", Pattern.UNICODE_CHARACTER_CLASS);

  private Clauses() {}

  /**
   * One stretch of words.
   *
   * @param words not blank
   * @param sign how it ends: one of {@code , . ; : ! ?}
   */
  record Clause(String words, String sign) {}

  static List<Clause> of(String text) {
    List<Clause> clauses = new ArrayList<>();
    Matcher sign = SIGN.matcher(text);
    int from = 0;
    while (sign.find()) {
      add(clauses, text.substring(from, sign.start()), signOf(sign.group(1)));
      from = sign.end();
    }
    add(clauses, text.substring(from), ".");
    return clauses;
  }

  private static void add(List<Clause> clauses, String words, String sign) {
    if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
      clauses.add(new Clause(words.strip(), sign));
    }
  }

  private static String signOf(@org.jspecify.annotations.Nullable String written) {
    if (written == null) {
      return ",";
    }
    return written.equals("…") ? "." : written;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.List;

/**
 * How one written form is said.
 *
 * @param written as in the text; without capitals it is found in any case
 * @param spoken lower-case words without digits or signs
 * @param when the neighbours it needs, any one of them; empty if it always holds. {@code
 *     next=name}, {@code next=code} (capitals that are no word), {@code next=hundreds} (100 or
 *     more), {@code next=colon}, {@code next=number}, {@code next=digits} (glued), {@code
 *     next=end}, {@code prev=number}, {@code prev=start}, {@code next=y tế} or {@code prev=số}
 *     (words)
 * @param source where the form is explained or seen; {@code viết sai thường gặp} for a common slip
 */
public record DictionaryEntry(String written, String spoken, List<String> when, String source) {
  private static final String MISSPELLING = "viết sai thường gặp";

  public DictionaryEntry {
    when = List.copyOf(when);
  }

  /** Whether the form is listed only because people get it wrong: read, but pointed out. */
  public boolean isMisspelling() {
    return source.equals(MISSPELLING);
  }

  boolean holds(Line line, int from, int to) {
    if (when.isEmpty()) {
      return true;
    }
    for (String condition : when) {
      if (holds(condition, line, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String condition, Line line, int from, int to) {
    return switch (condition) {
      case "next=name" -> line.isName(to);
      case "next=number" -> line.isNumber(to);
      case "next=digits" -> line.isNumber(to) && line.isGlued(to);
      case "next=colon" -> line.isMark(to, ':');
      case "next=code" -> isCode(line, to);
      case "next=hundreds" -> line.isNumber(to) && line.value(to) >= 100;
      case "next=end" -> !line.isWord(to) && !line.isNumber(to);
      case "prev=number" -> line.isNumber(from - 1);
      case "prev=start" -> from == 0;
      default -> holdsForWords(condition, line, from, to);
    };
  }

  private static boolean isCode(Line line, int at) {
    boolean capitals = line.isWord(at) && line.get(at).isUpper() && !line.isMostlyUpper();
    return capitals && line.get(at).text().length() > 1 && !Syllables.isSyllable(line.word(at));
  }

  private static boolean holdsForWords(String condition, Line line, int from, int to) {
    String words = condition.substring(condition.indexOf('=') + 1);
    return condition.startsWith("next=")
        ? words.equals(line.word(to)) || words.equals(line.twoWords(to))
        : words.equals(line.word(from - 1)) || words.equals(line.twoWords(from - 2));
  }
}

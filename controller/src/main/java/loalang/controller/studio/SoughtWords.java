// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words somebody looks for. Typed without marks they are found with any; typed with marks only so.
 * Pure, any thread.
 */
final class SoughtWords {
  private final List<String> words;

  SoughtWords(String typed) {
    words = Stream.of(even(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** True if every word stands somewhere in these texts; true for no words. */
  boolean areIn(String... texts) {
    String all = even(String.join("\n", texts));
    String bare = withoutMarks(all);
    return words.stream()
        .allMatch(word -> all.contains(word) || (bare.contains(word) && isBare(word)));
  }

  private static boolean isBare(String word) {
    return withoutMarks(word).equals(word);
  }

  private static String even(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd');
  }
}

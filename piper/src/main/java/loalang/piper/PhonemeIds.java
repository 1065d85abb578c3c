// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Phonemes as the numbers a model was trained on: {@code ^ _ (p _)* $}, each accent a phoneme of
 * its own (Unicode NFD), as Piper's own phonemiser does it. Pure.
 *
 * @param ids what the model reads
 * @param unknown phonemes the model does not know, which stay silent
 */
record PhonemeIds(List<Long> ids, Set<String> unknown) {
  static final String PAD = "_";
  static final String START = "^";
  static final String END = "$";

  /** espeak-ng says "(en)" where it changes the language; a tie joins what Piper keeps apart. */
  private static final Pattern NOT_SPOKEN =
      Pattern.compile(
          "\\([a-z][a-z-]*\\)|[\\u200d\\u200c\\u0361]", Pattern.UNICODE_CHARACTER_CLASS);

  PhonemeIds {
    ids = List.copyOf(ids);
    unknown = Set.copyOf(unknown);
  }

  /** The numbers of these phonemes. */
  static PhonemeIds of(String ipa, Map<String, List<Long>> map) {
    List<Long> pad = numbers(PAD, map);
    List<Long> ids = new ArrayList<>(numbers(START, map));
    ids.addAll(pad);
    Set<String> unknown = new LinkedHashSet<>();
    String apart =
        Normalizer.normalize(NOT_SPOKEN.matcher(ipa).replaceAll(""), Normalizer.Form.NFD);
    for (int codePoint : apart.codePoints().toArray()) {
      String phoneme = Character.toString(codePoint);
      List<Long> numbers = numbers(phoneme, map);
      if (numbers.isEmpty()) {
        unknown.add(phoneme);
      } else {
        ids.addAll(numbers);
        ids.addAll(pad);
      }
    }
    ids.addAll(numbers(END, map));
    return new PhonemeIds(ids, unknown);
  }

  /** True if there is nothing between start and end. */
  boolean isSilent() {
    return ids.size() <= 3;
  }

  private static List<Long> numbers(String phoneme, Map<String, List<Long>> map) {
    return map.getOrDefault(phoneme, List.of());
  }
}

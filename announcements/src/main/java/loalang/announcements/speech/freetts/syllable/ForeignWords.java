// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The last resort for words the reader of numbers and names let through: cut into syllables that
 * are spelt like Vietnamese ones if the whole word can be, else spelt letter by letter. No letter
 * or digit is dropped.
 */
final class ForeignWords {
  /** Longer words of a borrowed language are not cut: the ways to cut them double with length. */
  private static final int LONGEST_CUT = 20;

  private static final Map<Character, String> NAMES =
      Map.ofEntries(
          Map.entry('a', "a"),
          Map.entry('b', "bê"),
          Map.entry('c', "xê"),
          Map.entry('d', "đê"),
          Map.entry('e', "e"),
          Map.entry('f', "ép phờ"),
          Map.entry('g', "giê"),
          Map.entry('h', "hát"),
          Map.entry('i', "i"),
          Map.entry('j', "gi"),
          Map.entry('k', "ca"),
          Map.entry('l', "e lờ"),
          Map.entry('m', "em mờ"),
          Map.entry('n', "en nờ"),
          Map.entry('o', "o"),
          Map.entry('p', "pê"),
          Map.entry('q', "quy"),
          Map.entry('r', "e rờ"),
          Map.entry('s', "ét xì"),
          Map.entry('t', "tê"),
          Map.entry('u', "u"),
          Map.entry('v', "vê"),
          Map.entry('w', "vê kép"),
          Map.entry('x', "ích xì"),
          Map.entry('y', "y dài"),
          Map.entry('z', "dét"),
          Map.entry('0', "không"),
          Map.entry('1', "một"),
          Map.entry('2', "hai"),
          Map.entry('3', "ba"),
          Map.entry('4', "bốn"),
          Map.entry('5', "năm"),
          Map.entry('6', "sáu"),
          Map.entry('7', "bảy"),
          Map.entry('8', "tám"),
          Map.entry('9', "chín"));

  private ForeignWords() {}

  /** Empty only for a word without a letter or digit that has a name. */
  static List<Syllable> read(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<Syllable> whole = new ArrayList<>();
    if (word.length() <= LONGEST_CUT
        && split(lower.replace("f", "ph").replace("w", "u").replace("z", "d"), whole)) {
      return whole;
    }
    List<Syllable> spelt = new ArrayList<>();
    lower.codePoints().forEach(letter -> spell(letter, spelt));
    return spelt;
  }

  /** Longest syllable first, and back again where that leads nowhere. */
  private static boolean split(String rest, List<Syllable> into) {
    if (rest.isEmpty()) {
      return !into.isEmpty();
    }
    for (int end = Math.min(rest.length(), Orthography.LONGEST); end > 0; end--) {
      Optional<Syllable> first = Orthography.syllable(rest.substring(0, end));
      if (first.isPresent() && wellBegun(first.get(), into)) {
        into.add(first.get());
        if (split(rest.substring(end), into)) {
          return true;
        }
        into.remove(into.size() - 1);
      }
    }
    return false;
  }

  /** Only the first syllable may begin with its vowel, else "io" and "ea" would fall apart. */
  private static boolean wellBegun(Syllable syllable, List<Syllable> before) {
    return before.isEmpty() || syllable.onset() != Onset.NONE;
  }

  private static void spell(int letter, List<Syllable> into) {
    String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
    String name = NAMES.get(letter == 'đ' ? 'd' : bare.charAt(0));
    if (name == null && Character.isDigit(letter)) {
      name = NAMES.get(Character.forDigit(Character.digit(letter, 10), 10));
    }
    if (name != null) {
      for (String part : name.split(" ", -1)) {
        into.add(Orthography.syllable(part).orElseThrow());
      }
    }
  }
}

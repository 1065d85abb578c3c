// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.Locale;

/** A bracket that only repeats what was just said: "Ủy ban nhân dân (UBND)". Silent. */
final class BracketRoom implements Room {
  private static final int LONGEST = 24;

  private final Dictionary dictionary;

  BracketRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    int close = closing(line, at);
    if (close < 0 || speech.isSilent()) {
      return 0;
    }
    int roman = close == at + 2 ? romanValue(line.get(at + 1).text()) : 0;
    if (roman > 0) {
      speech.pause();
      speech.figure(Numerals.cardinal(roman) + ",", at, close + 1);
      return close + 1 - at;
    }
    boolean repeats = repeatsWords(line, at, close, speech) || isShortForm(line, at, close, speech);
    return repeats ? close + 1 - at : 0;
  }

  /** The numbers of a list inside a sentence: (i), (ii), (iii). */
  private static int romanValue(String text) {
    boolean small = text.chars().allMatch(letter -> "ivx".indexOf(letter) >= 0);
    return small ? RomanRoom.value(text.toUpperCase(Locale.ROOT)) : 0;
  }

  private static int closing(Line line, int at) {
    if (!line.isMark(at, '(')) {
      return -1;
    }
    for (int i = at + 2; i < at + LONGEST; i++) {
      if (line.isMark(i, ')')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean repeatsWords(Line line, int at, int close, Speech speech) {
    StringBuilder inside = new StringBuilder();
    for (int i = at + 1; i < close; i++) {
      if (line.isMark(i, ',')) {
        continue;
      }
      if (!line.isWord(i)) {
        return false;
      }
      inside.append(inside.isEmpty() ? "" : " ").append(Syllables.withModernTone(line.word(i)));
    }
    boolean spelledOut = line.isNumber(at - 1) || close > at + 2;
    return spelledOut && speech.endsWith(inside.toString());
  }

  private boolean isShortForm(Line line, int at, int close, Speech speech) {
    String inside = line.written(line.span(at + 1, close)).strip();
    String known = dictionary.anyReading(inside);
    if (known != null && speech.endsWith(known)) {
      return true;
    }
    if (close != at + 2 || !line.get(at + 1).isUpper() || inside.length() < 2) {
      return false;
    }
    int first = at - inside.length();
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      String word = line.word(first + i);
      if (word.isEmpty() || word.charAt(0) != Character.toLowerCase(inside.charAt(i))) {
        return false;
      }
      phrase.append(i == 0 ? "" : " ").append(Syllables.withModernTone(word));
    }
    speech.introduce(line.get(at + 1).text(), phrase.toString());
    return true;
  }
}

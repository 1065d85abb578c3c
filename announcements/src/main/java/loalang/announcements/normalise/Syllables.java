// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Vietnamese syllable can look like, and where its tone mark stands. */
final class Syllables {
  private static final List<Character> TONES =
      List.of('\u0300', '\u0301', '\u0303', '\u0309', '\u0323');
  private static final char NO_TONE = 0;
  private static final int LETTERS = 0x1f00;
  private static final char[] BARE = new char[LETTERS];
  private static final char[] TONE = new char[LETTERS];
  private static final Map<String, Character> TONED = new HashMap<>();
  // Longest first: "ngh" before "ng" before "n".
  private static final List<String> ONSETS =
      List.of(
          "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ",
          "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "");
  private static final Set<String> RIMES = new HashSet<>();

  static {
    for (String vowel : List.of("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")) {
      for (char tone : TONES) {
        String whole = vowel + tone;
        char toned = Normalizer.normalize(whole, Normalizer.Form.NFC).charAt(0);
        BARE[toned] = vowel.charAt(0);
        TONE[toned] = tone;
        TONED.put(whole, toned);
      }
    }
    for (String[] row : Tables.rows("rimes.tsv")) {
      RIMES.addAll(List.of(row[0].split(" ", -1)));
    }
  }

  private Syllables() {}

  static boolean hasTone(String lower) {
    return toneOf(lower) != NO_TONE;
  }

  /** Whether a lower-case word can be one Vietnamese syllable. */
  static boolean isSyllable(String lower) {
    if (lower.length() > 7) {
      return false;
    }
    String bare = withoutTone(lower);
    char tone = toneOf(lower);
    for (String onset : ONSETS) {
      if (bare.startsWith(onset) && isRime(bare.substring(onset.length()), tone)) {
        return true;
      }
    }
    return "gi".equals(bare);
  }

  private static boolean isRime(String rime, char tone) {
    if (!RIMES.contains(rime)) {
      return false;
    }
    boolean stopped =
        rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
    return !stopped || tone == '\u0301' || tone == '\u0323';
  }

  /** hoà → hòa, thuỷ → thủy; every other word unchanged. Lower case in and out. */
  static String withModernTone(String lower) {
    int last = lower.length() - 1;
    if (last < 1 || lower.charAt(last) < 0x80) {
      return lower;
    }
    char tone = tone(lower.charAt(last));
    if (tone == NO_TONE) {
      return lower;
    }
    char vowel = bare(lower.charAt(last));
    char glide = lower.charAt(last - 1);
    boolean moves =
        (glide == 'o' && (vowel == 'a' || vowel == 'e')) || (glide == 'u' && vowel == 'y');
    boolean afterQ = last > 1 && lower.charAt(last - 2) == 'q';
    if (!moves || afterQ) {
      return lower;
    }
    return lower.substring(0, last - 1) + TONED.get("" + glide + tone) + vowel;
  }

  private static char bare(char letter) {
    return letter < LETTERS && BARE[letter] != 0 ? BARE[letter] : letter;
  }

  private static char tone(char letter) {
    return letter < LETTERS ? TONE[letter] : NO_TONE;
  }

  private static String withoutTone(String lower) {
    StringBuilder bare = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      bare.append(bare(lower.charAt(i)));
    }
    return bare.toString();
  }

  private static char toneOf(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      char tone = tone(lower.charAt(i));
      if (tone != NO_TONE) {
        return tone;
      }
    }
    return NO_TONE;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant to write. Pure. */
final class Suggestion {
  private static final int MOST_SLIPS = 3;

  private Suggestion() {}

  /** The accepted word nearest to what was written, if it is near enough to be a slip. */
  static Optional<String> nearest(String written, Collection<String> accepted) {
    return accepted.stream()
        .min(Comparator.comparingInt((String word) -> slips(written, word)).thenComparing(w -> w))
        .filter(word -> slips(written, word) <= Math.min(MOST_SLIPS, word.length() / 2));
  }

  /** Letters to insert, drop or change (Levenshtein 1966). */
  private static int slips(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

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

  /** Letters to insert, drop or change. */
  private static int slips(String written, String word) {
    return LevenshteinDistance.getDefaultInstance().apply(written, word);
  }
}

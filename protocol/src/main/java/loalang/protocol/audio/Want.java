// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.audio;

import java.util.List;
import loalang.protocol.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A node asks for parts of a recording it lacks.
 *
 * @param digest which recording
 * @param sizeBytes as the order said; both sides cut the same parts from it
 * @param missing which parts, as ranges in rising order; at least one, at most {@value #MAX_RANGES}
 *     (a node that misses more asks for the rest later)
 * @param urgent true if an order waits for it; null if it is for a plan
 * @throws IllegalArgumentException if there is no range, too many, or one outside the recording
 */
public record Want(
    Digest digest, long sizeBytes, List<PartRange> missing, @Nullable Boolean urgent) {
  /** The most ranges one message may hold. */
  public static final int MAX_RANGES = 64;

  /** A want for a plan. */
  public Want(Digest digest, long sizeBytes, List<PartRange> missing) {
    this(digest, sizeBytes, missing, null);
  }

  public Want {
    missing = List.copyOf(missing);
    if (missing.isEmpty() || missing.size() > MAX_RANGES) {
      throw new IllegalArgumentException(
          "A want holds 1 to %d ranges, was %d.".formatted(MAX_RANGES, missing.size()));
    }
    int parts = Parts.count(sizeBytes);
    for (PartRange range : missing) {
      if (range.last() >= parts) {
        throw new IllegalArgumentException(
            "The recording has parts 0 to %d, was asked for %d."
                .formatted(parts - 1, range.last()));
      }
    }
  }

  /** The same want, of an order that waits. */
  public Want hurrying() {
    return new Want(digest, sizeBytes, missing, true);
  }

  /** True if an order waits for it. */
  public boolean hurries() {
    return Boolean.TRUE.equals(urgent);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.audio;

/**
 * A run of parts.
 *
 * @param first 0 or more
 * @param last inclusive, not before first
 * @throws IllegalArgumentException if the ends are out of order
 */
public record PartRange(int first, int last) {
  public PartRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "A range runs forward from 0 or more, was %d to %d.".formatted(first, last));
    }
  }
}

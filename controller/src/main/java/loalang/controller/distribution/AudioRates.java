// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

/**
 * How much sound may be on the lines.
 *
 * @param nodeBitsPerSecond to one node, over all recordings, 16,000 or more
 * @param totalBitsPerSecond to all nodes together, each copy the broker makes counted, not less
 *     than to one
 * @throws IllegalArgumentException if out of range
 */
public record AudioRates(long nodeBitsPerSecond, long totalBitsPerSecond) {
  /** What a 4G SIM card and an office on glass fibre take without a thought. */
  public static final AudioRates USUAL = new AudioRates(4_000_000, 200_000_000);

  private static final long LEAST = 16_000;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  public AudioRates {
    if (nodeBitsPerSecond < LEAST || totalBitsPerSecond < nodeBitsPerSecond) {
      throw new IllegalArgumentException(
          "A node gets %d bit/s or more, all together not less than one; was %d and %d."
              .formatted(LEAST, nodeBitsPerSecond, totalBitsPerSecond));
    }
  }

  long nodeNanos(long bytes) {
    return bytes * 8 * NANOS_A_SECOND / nodeBitsPerSecond;
  }

  long totalNanos(long bytes) {
    return bytes * 8 * NANOS_A_SECOND / totalBitsPerSecond;
  }
}

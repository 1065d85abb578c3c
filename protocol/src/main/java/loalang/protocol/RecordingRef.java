// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import java.time.Duration;

/**
 * A recording as an order names it: never the sound itself.
 *
 * @param digest SHA-256 of the Ogg Opus file
 * @param sizeBytes 1 to {@value #MAX_SIZE_BYTES} bytes, ends allowed
 * @param duration playing time, over 0 and at most three hours
 * @throws IllegalArgumentException if a value is out of range
 */
public record RecordingRef(Digest digest, long sizeBytes, Duration duration) {
  /** The largest recording a node accepts: three hours at 32 kbit/s with room to spare. */
  public static final long MAX_SIZE_BYTES = 64L * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofHours(3);

  public RecordingRef {
    if (sizeBytes < 1 || sizeBytes > MAX_SIZE_BYTES) {
      throw new IllegalArgumentException(
          "A recording is 1 to %d bytes, was %d. Split it into episodes."
              .formatted(MAX_SIZE_BYTES, sizeBytes));
    }
    if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A recording lasts over 0 and at most %s, was %s. Split it into episodes."
              .formatted(LONGEST, duration));
    }
  }
}

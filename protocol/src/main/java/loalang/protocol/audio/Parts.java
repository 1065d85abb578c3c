// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.audio;

import loalang.protocol.RecordingRef;

/** The arithmetic of parts: every part is {@value #SIZE_BYTES} bytes, the last one what is left. */
public final class Parts {
  /** Bytes in a part: small enough to share a slow link with an urgent order. */
  public static final int SIZE_BYTES = 16 * 1024;

  private Parts() {}

  /**
   * How many parts a recording has.
   *
   * @param sizeBytes 1 to {@link RecordingRef#MAX_SIZE_BYTES}
   * @throws IllegalArgumentException if out of range
   */
  public static int count(long sizeBytes) {
    if (sizeBytes < 1 || sizeBytes > RecordingRef.MAX_SIZE_BYTES) {
      throw new IllegalArgumentException(
          "A recording is 1 to %d bytes, was %d."
              .formatted(RecordingRef.MAX_SIZE_BYTES, sizeBytes));
    }
    return (int) ((sizeBytes + SIZE_BYTES - 1) / SIZE_BYTES);
  }

  /** Where a part begins, in bytes from the start of the recording. */
  public static long offset(int index) {
    return (long) index * SIZE_BYTES;
  }

  /** How many bytes a part of a recording of this size holds. */
  public static int length(int index, long sizeBytes) {
    return (int) Math.min(SIZE_BYTES, sizeBytes - offset(index));
  }
}

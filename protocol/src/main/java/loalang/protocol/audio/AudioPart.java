// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One part of a recording. Parts carry no signature: the digest a signed order named proves the
 * whole. Immutable.
 */
public final class AudioPart {
  private final int index;
  private final int count;
  private final byte[] bytes;

  /**
   * A part.
   *
   * @param index 0 to count - 1
   * @param count how many parts the recording has, 1 or more
   * @param bytes 1 to {@link Parts#SIZE_BYTES} bytes, copied
   * @throws IllegalArgumentException if a value is out of range
   */
  public AudioPart(int index, int count, byte[] bytes) {
    if (count < 1 || index < 0 || index >= count) {
      throw new IllegalArgumentException("A part is 0 to %d, was %d.".formatted(count - 1, index));
    }
    if (bytes.length < 1 || bytes.length > Parts.SIZE_BYTES) {
      throw new IllegalArgumentException(
          "A part is 1 to %d bytes, was %d.".formatted(Parts.SIZE_BYTES, bytes.length));
    }
    this.index = index;
    this.count = count;
    this.bytes = bytes.clone();
  }

  /** Which part: 0 to {@code count() - 1}. */
  public int index() {
    return index;
  }

  /** How many parts the recording has. */
  public int count() {
    return count;
  }

  /** A copy of the sound. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AudioPart that
        && index == that.index
        && count == that.count
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * index + count) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "AudioPart[%d of %d, %d bytes]".formatted(index, count, bytes.length);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of one key that were judged: the highest, and which of the {@value #SIZE} below it.
 *
 * <p>Orders arrive over several topics and so out of order; a plain "higher than the last" would
 * throw genuine ones away. Immutable (the window of IPsec, RFC 4303 §3.4.3).
 */
public final class ReplayWindow {
  /** How many sequences below the highest are remembered one by one. */
  public static final int SIZE = 2048;

  /** Nothing judged yet. */
  public static final ReplayWindow EMPTY = new ReplayWindow(0, new BitSet());

  private final long highest;
  private final BitSet below; // bit n is set: highest - n was judged

  private ReplayWindow(long highest, BitSet below) {
    this.highest = highest;
    this.below = below;
  }

  /**
   * A window as it was stored.
   *
   * @param highest 0 or more
   * @param bits what {@link #bits()} gave; bits past the window are dropped
   */
  public static ReplayWindow of(long highest, byte[] bits) {
    if (highest < 0) {
      throw new IllegalArgumentException("The highest sequence is 0 or more, was " + highest);
    }
    BitSet below = BitSet.valueOf(bits);
    return new ReplayWindow(highest, below.get(0, SIZE));
  }

  /** True if this sequence was judged, or lies below the window. */
  public boolean covers(long sequence) {
    long distance = highest - sequence;
    return distance >= 0 && (distance >= SIZE || below.get((int) distance));
  }

  /** The window after this sequence was judged. */
  public ReplayWindow with(long sequence) {
    if (covers(sequence)) {
      return this;
    }
    if (sequence < highest) {
      BitSet marked = (BitSet) below.clone();
      marked.set((int) (highest - sequence));
      return new ReplayWindow(highest, marked);
    }
    BitSet shifted = new BitSet(SIZE);
    shifted.set(0);
    long distance = sequence - highest;
    for (int bit = below.nextSetBit(0); bit >= 0; bit = below.nextSetBit(bit + 1)) {
      if (bit + distance < SIZE) {
        shifted.set((int) (bit + distance));
      }
    }
    return new ReplayWindow(sequence, shifted);
  }

  /** The highest sequence judged; 0 if none. */
  public long highest() {
    return highest;
  }

  /** Which ones below the highest were judged, for storage. */
  public byte[] bits() {
    return below.toByteArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReplayWindow that
        && highest == that.highest
        && below.equals(that.below);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(highest) * 31 + below.hashCode();
  }

  @Override
  public String toString() {
    return "ReplayWindow[highest %d, %d judged]".formatted(highest, below.cardinality());
  }
}

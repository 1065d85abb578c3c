// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The bytes of one file, and what of them a power cut may take back. */
final class CardFile {
  private byte[] bytes = new byte[256];
  private int size;
  private long modifiedMillis;
  private final List<Unforced> unforced = new ArrayList<>();

  /** What one operation changed, so that it can be taken back and made again. */
  private static final class Unforced {
    private final int at;
    private final byte[] before;
    private final byte[] after;
    private final int sizeBefore;
    private final int sizeAfter;

    Unforced(int at, byte[] before, byte[] after, int[] sizes) {
      this.at = at;
      this.before = before;
      this.after = after;
      this.sizeBefore = sizes[0];
      this.sizeAfter = sizes[1];
    }
  }

  int size() {
    return size;
  }

  long modifiedMillis() {
    return modifiedMillis;
  }

  void touched(long nowMillis) {
    modifiedMillis = nowMillis;
  }

  byte[] content() {
    return Arrays.copyOf(bytes, size);
  }

  /** Copies bytes out; how many. */
  int read(int at, ByteBuffer into) {
    int count = Math.min(into.remaining(), size - at);
    if (count > 0) {
      into.put(bytes, at, count);
    }
    return count;
  }

  void write(int at, byte[] fresh) {
    int end = at + fresh.length;
    int reached = Math.max(size, end);
    reserve(reached);
    byte[] before = Arrays.copyOfRange(bytes, at, end);
    unforced.add(new Unforced(at, before, fresh, new int[] {size, reached}));
    System.arraycopy(fresh, 0, bytes, at, fresh.length);
    size = reached;
  }

  void truncate(int to) {
    if (to < size) {
      byte[] before = Arrays.copyOfRange(bytes, to, size);
      unforced.add(new Unforced(to, before, new byte[before.length], new int[] {size, to}));
      Arrays.fill(bytes, to, size, (byte) 0);
      size = to;
    }
  }

  void force() {
    unforced.clear();
  }

  boolean isForced() {
    return unforced.isEmpty();
  }

  /** Each operation since the last force survives, is lost, or is torn, as chance will have it. */
  void cut(RandomGenerator chance) {
    if (unforced.isEmpty()) {
      return;
    }
    List<Unforced> operations = List.copyOf(unforced);
    for (int i = operations.size() - 1; i >= 0; i--) {
      Unforced one = operations.get(i);
      System.arraycopy(one.before, 0, bytes, one.at, one.before.length);
      size = one.sizeBefore;
    }
    for (Unforced one : operations) {
      switch (chance.nextInt(4)) {
        case 0 -> {} // lost
        case 1 -> again(one, chance.nextInt(one.after.length + 1));
        default -> again(one, one.after.length);
      }
    }
    unforced.clear();
  }

  private void again(Unforced one, int count) {
    if (one.sizeAfter < one.sizeBefore) { // a file is cut off whole or not at all
      if (count == one.after.length && size > one.sizeAfter) {
        Arrays.fill(bytes, one.sizeAfter, size, (byte) 0);
        size = one.sizeAfter;
      }
      return;
    }
    reserve(one.at + count);
    System.arraycopy(one.after, 0, bytes, one.at, count);
    size = Math.max(size, one.at + count);
  }

  private void reserve(int count) {
    if (count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count, 2 * bytes.length));
    }
  }
}

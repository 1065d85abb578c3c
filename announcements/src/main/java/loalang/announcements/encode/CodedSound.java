// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of sound as Opus packets of 20 ms, to be joined with others into one file. Immutable;
 * usable on any thread.
 */
public final class CodedSound {
  private final List<byte[]> packets;

  private CodedSound(List<byte[]> packets) {
    this.packets = packets;
  }

  /** Of these packets, each 1 to 1,275 bytes; copied. */
  public static CodedSound of(List<byte[]> packets) {
    return new CodedSound(packets.stream().map(byte[]::clone).toList());
  }

  /** For this room only: the packets are not copied. */
  static CodedSound wrap(List<byte[]> packets) {
    return new CodedSound(List.copyOf(packets));
  }

  /** One after another. */
  public static CodedSound ofAll(List<CodedSound> pieces) {
    List<byte[]> all = new ArrayList<>();
    pieces.forEach(piece -> all.addAll(piece.packets));
    return wrap(all);
  }

  /** For this room only: the packets themselves, not to be changed. */
  List<byte[]> raw() {
    return packets;
  }

  /** The packets; fresh copies. */
  public List<byte[]> packets() {
    return packets.stream().map(byte[]::clone).toList();
  }

  /** Bytes of all packets. */
  public int bytes() {
    return packets.stream().mapToInt(packet -> packet.length).sum();
  }
}

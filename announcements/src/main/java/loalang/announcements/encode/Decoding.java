// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.List;
import loalang.announcements.audio.Pcm;

/** Packets become sound again. */
final class Decoding {
  private static final int LONGEST_PACKETS_PER_SECOND = 8; // 120 ms, RFC 6716 §2.1.4

  private Decoding() {}

  /**
   * All packets of one stream, several channels mixed to one.
   *
   * @throws IllegalArgumentException if a packet is no Opus
   */
  static Pcm mono(List<byte[]> packets, int rateHertz) {
    try {
      OpusDecoder decoder = new OpusDecoder(rateHertz, 1);
      short[] decoded = new short[rateHertz / LONGEST_PACKETS_PER_SECOND];
      Int16Samples samples = new Int16Samples(rateHertz);
      for (byte[] packet : packets) {
        int count = decoder.decode(packet, 0, packet.length, decoded, 0, decoded.length, false);
        samples.add(decoded, count);
      }
      return samples.sound();
    } catch (OpusException e) {
      throw new IllegalArgumentException("A packet is no Opus.", e);
    }
  }
}

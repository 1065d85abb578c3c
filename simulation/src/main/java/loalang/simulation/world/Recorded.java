// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/** A recording: a whole Ogg Opus file whose sound nobody will ever decode. Immutable. */
final class Recorded {
  private static final int RATE = 48_000;
  private static final int PRE_SKIP = 312;
  private static final int PACKET_FRAMES = 5_760; // two SILK frames of 60 ms, RFC 6716 §3.1
  private static final byte TOC = (3 << 3) | 1;
  private static final int PACKETS_PER_PAGE = 8;

  private final byte[] bytes;
  private final RecordingRef ref;

  private Recorded(byte[] bytes, Duration length) {
    this.bytes = bytes;
    this.ref = new RecordingRef(Digest.of(bytes), bytes.length, length);
  }

  /** The same recordings for every seed: short and long ones, of one part and of several. */
  static List<Recorded> library() {
    RandomGenerator chance = new Chance(20_261_123).source();
    List<Recorded> all = new ArrayList<>();
    int[] seconds = {4, 7, 11, 16, 25, 40, 60, 90, 120, 180};
    int[] packetBytes = {101, 61, 201, 41, 91, 31, 41, 21, 61, 31};
    for (int i = 0; i < seconds.length; i++) {
      all.add(of(Duration.ofSeconds(seconds[i]), packetBytes[i], chance));
    }
    return List.copyOf(all);
  }

  private static Recorded of(Duration length, int packetBytes, RandomGenerator chance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      OggFile ogg = new OggFile(out);
      OggPacketWriter writer = ogg.getPacketWriter(chance.nextInt());
      OpusInfo info = new OpusInfo();
      info.setNumChannels(1);
      info.setPreSkip(PRE_SKIP);
      info.setSampleRate(RATE);
      writer.bufferPacket(info.write(), true);
      writer.bufferPacket(new OpusTags().write(), true);
      long total = length.toSeconds() * RATE + PRE_SKIP;
      long packets = (total + PACKET_FRAMES - 1) / PACKET_FRAMES;
      for (long packet = 0; packet < packets; packet++) {
        byte[] coded = new byte[packetBytes];
        chance.nextBytes(coded);
        coded[0] = TOC;
        long pageEnd = (packet / PACKETS_PER_PAGE + 1) * PACKETS_PER_PAGE * PACKET_FRAMES;
        writer.bufferPacket(new OggPacket(coded), Math.min(pageEnd, total));
      }
      writer.close();
      ogg.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes every byte.", e);
    }
    return new Recorded(out.toByteArray(), length);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  RecordingRef ref() {
    return ref;
  }
}

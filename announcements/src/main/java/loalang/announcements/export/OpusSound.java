// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.export;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import loalang.announcements.audio.Pcm;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusInfo;

/** Our own recordings as a listener gets them: both ends trimmed as RFC 7845 says. */
final class OpusSound {
  private static final int RATE_HERTZ = 16_000;
  private static final int GRANULES_PER_SAMPLE = 48_000 / RATE_HERTZ;
  private static final int LONGEST_PACKET_SAMPLES = 1_920;

  private OpusSound() {}

  /**
   * Decodes a file.
   *
   * @throws IllegalArgumentException if it is not one of our recordings
   */
  static Pcm decode(byte[] file) {
    try {
      OggPacketReader packets = new OggFile(new ByteArrayInputStream(file)).getPacketReader();
      OpusInfo head = new OpusInfo(next(packets));
      next(packets); // the tags
      ByteArrayOutputStream decoded = new ByteArrayOutputStream();
      long granule = decodeAll(packets, decoded);
      byte[] bytes = decoded.toByteArray();
      int from = Math.min(bytes.length, head.getPreSkip() / GRANULES_PER_SAMPLE * 2);
      int to = (int) Math.min(bytes.length, granule / GRANULES_PER_SAMPLE * 2);
      return Pcm.ofInt16LittleEndian(Arrays.copyOfRange(bytes, from, to), RATE_HERTZ);
    } catch (IOException | OpusException e) {
      throw new IllegalArgumentException("This is no recording.", e);
    }
  }

  private static long decodeAll(OggPacketReader packets, ByteArrayOutputStream into)
      throws IOException, OpusException {
    OpusDecoder decoder = new OpusDecoder(RATE_HERTZ, 1);
    short[] frame = new short[LONGEST_PACKET_SAMPLES];
    long granule = 0;
    for (OggPacket packet = packets.getNextPacket();
        packet != null;
        packet = packets.getNextPacket()) {
      byte[] coded = packet.getData();
      int samples = decoder.decode(coded, 0, coded.length, frame, 0, frame.length, false);
      for (int i = 0; i < samples; i++) {
        into.write(frame[i]);
        into.write(frame[i] >> 8);
      }
      granule = packet.getGranulePosition();
    }
    return granule;
  }

  private static OggPacket next(OggPacketReader packets) throws IOException {
    OggPacket packet = packets.getNextPacket();
    if (packet == null) {
      throw new IOException("The file ends before its headers do.");
    }
    return packet;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.testkit;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import loalang.announcements.audio.Pcm;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/**
 * An Ogg Opus file as a listener gets it: trimmed and amplified as RFC 7845 says.
 *
 * @param sound at 48 kHz
 * @param tags what the file says of itself
 * @param pages how many Ogg pages it has
 */
public record DecodedOpus(Pcm sound, OpusTags tags, int pages) {
  private static final int RATE_HERTZ = 48_000;
  private static final int LONGEST_PACKET_SAMPLES = 5_760;

  /** Decodes a file. */
  public static DecodedOpus of(byte[] file) {
    try {
      OggPacketReader packets = new OggFile(new ByteArrayInputStream(file)).getPacketReader();
      OpusInfo head = new OpusInfo(next(packets));
      OpusTags tags = new OpusTags(next(packets));
      OpusDecoder decoder = new OpusDecoder(RATE_HERTZ, 1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      short[] decoded = new short[LONGEST_PACKET_SAMPLES];
      long granule = 0;
      int pages = 0;
      for (OggPacket packet = packets.getNextPacket();
          packet != null;
          packet = packets.getNextPacket()) {
        byte[] data = packet.getData();
        int samples = decoder.decode(data, 0, data.length, decoded, 0, decoded.length, false);
        for (int i = 0; i < samples; i++) {
          bytes.write(decoded[i]);
          bytes.write(decoded[i] >> 8);
        }
        granule = packet.getGranulePosition();
        pages = packet.getSequenceNumber() + 1;
      }
      double gain = Math.pow(10, (short) head.getOutputGain() / (20 * 256.0)); // RFC 7845 §5.1
      Pcm sound = trimmed(bytes.toByteArray(), head.getPreSkip(), granule).amplified(gain);
      return new DecodedOpus(sound, tags, pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OpusException e) {
      throw new IllegalStateException("This is no Opus.", e);
    }
  }

  private static Pcm trimmed(byte[] bytes, int preSkip, long granule) {
    int end = (int) Math.min(bytes.length, granule * 2);
    return Pcm.ofInt16LittleEndian(
        java.util.Arrays.copyOfRange(bytes, preSkip * 2, end), RATE_HERTZ);
  }

  private static OggPacket next(OggPacketReader packets) throws IOException {
    OggPacket packet = packets.getNextPacket();
    if (packet == null) {
      throw new IOException("The file ends before its headers do.");
    }
    return packet;
  }
}

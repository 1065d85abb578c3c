// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/**
 * The container (RFC 3533, RFC 7845). Pages hold one second, because a page for each packet would
 * make the file a third larger; the last granule says where the sound ends inside the last packet.
 *
 * @param preSkipGranules what a decoder drops at the beginning
 * @param soundGranules length of the sound
 * @param inputRateHertz for information
 * @param outputGainDb how much louder every decoder must play it (RFC 7845 §5.1); kept in 1/256 dB
 */
record OggOpusFile(
    int preSkipGranules, long soundGranules, int inputRateHertz, double outputGainDb) {
  private static final String VENDOR = "Loa Lang (Concentus)";
  private static final int GAIN_STEPS_PER_DB = 256;
  private static final int GRANULES_PER_PACKET =
      OpusEncoder.GRANULES_PER_SECOND / OpusEncoder.FRAMES_PER_SECOND;

  byte[] write(List<byte[]> packets, OpusComments comments) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OggFile ogg = new OggFile(file);
        OggPacketWriter pages = ogg.getPacketWriter(serial(packets))) {
      pages.bufferPacket(head().write(), true);
      pages.bufferPacket(tags(comments).write(), true);
      for (int i = 0; i < packets.size(); i++) {
        pages.bufferPacket(new OggPacket(packets.get(i)));
        boolean isLast = i + 1 == packets.size();
        if (isLast || (i + 1) % OpusEncoder.FRAMES_PER_SECOND == 0) {
          long decoded = (long) (i + 1) * GRANULES_PER_PACKET;
          pages.setGranulePosition(Math.min(decoded, preSkipGranules + soundGranules));
          if (!isLast) { // closing marks the page in hand as the last and writes it
            pages.flush();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written.", e);
    }
    return file.toByteArray();
  }

  private OpusInfo head() {
    OpusInfo head = new OpusInfo();
    head.setNumChannels(1);
    head.setPreSkip(preSkipGranules);
    head.setSampleRate(inputRateHertz);
    head.setOutputGain((int) Math.round(outputGainDb * GAIN_STEPS_PER_DB) & 0xffff);
    return head;
  }

  private static OpusTags tags(OpusComments comments) {
    OpusTags tags = new OpusTags();
    tags.setVendor(VENDOR);
    comments.all().forEach(tags::addComment);
    return tags;
  }

  /** A stream number made of the content: chance or time would give every file a new digest. */
  private static int serial(List<byte[]> packets) {
    CRC32 crc = new CRC32();
    packets.forEach(crc::update);
    return (int) crc.getValue();
  }
}

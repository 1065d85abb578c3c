// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import loalang.announcements.audio.Pcm;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;

/** An Ogg Opus file as a player plays it: trimmed and amplified as its head says (RFC 7845). */
public final class OggOpusSound {
  private static final int RATE_HERTZ = 16_000;
  private static final int GRANULES_PER_SAMPLE = OpusEncoder.GRANULES_PER_SECOND / RATE_HERTZ;

  private OggOpusSound() {}

  /**
   * Decodes a file.
   *
   * @param oggOpus all of it
   * @param longest more is refused before it is decoded
   * @return at 16 kHz, several channels mixed to one
   * @throws PlaysTooLongException if it plays longer
   * @throws IOException if the bytes are no Ogg Opus
   */
  public static Pcm read(byte[] oggOpus, Duration longest) throws IOException {
    try {
      OpusFile file = new OpusFile(new OggPacketReader(new ByteArrayInputStream(oggOpus)));
      List<byte[]> packets = new ArrayList<>();
      long granule = 0;
      long samples = 0;
      for (OpusAudioData data = file.getNextAudioPacket();
          data != null;
          data = file.getNextAudioPacket()) {
        packets.add(data.getData());
        granule = Math.max(granule, data.getGranulePosition());
        samples += data.getNumberOfSamples();
        if (samples > longest.toSeconds() * OpusEncoder.GRANULES_PER_SECOND) {
          throw new PlaysTooLongException(longest);
        }
      }
      if (packets.isEmpty()) {
        throw new IOException("it holds no Opus packet");
      }
      int skipped = file.getInfo().getPreSkip() / GRANULES_PER_SAMPLE;
      int end = (int) (Math.min(granule, samples) / GRANULES_PER_SAMPLE);
      double gain = Math.pow(10, (short) file.getInfo().getOutputGain() / (20 * 256.0));
      Pcm all = Decoding.mono(packets, RATE_HERTZ);
      return all.stretch(skipped, Math.max(0, end - skipped)).amplified(gain);
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no Ogg Opus", e);
    }
  }

  /**
   * What a file says of itself.
   *
   * @return by name in capital letters, in the order of the alphabet
   * @throws IOException if the bytes are no Ogg Opus
   */
  public static Map<String, String> comments(byte[] oggOpus) throws IOException {
    try {
      OpusFile file = new OpusFile(new OggPacketReader(new ByteArrayInputStream(oggOpus)));
      Map<String, String> comments = new TreeMap<>();
      file.getTags()
          .getAllComments()
          .forEach(
              (name, values) ->
                  comments.put(name.toUpperCase(Locale.ROOT), String.join("; ", values)));
      return comments;
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no Ogg Opus", e);
    }
  }
}

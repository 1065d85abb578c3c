// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import loalang.agent.journal.Bytes;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.Chirp;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/**
 * A recording of a tone: Ogg Opus with 20 ms packets in pages of one second.
 *
 * @param content of the file
 * @param frames at 48,000 a second that it decodes to
 */
public record Tone(Bytes content, long frames) {
  public static final int PRE_SKIP = 312;
  private static final int RATE = 48_000;
  private static final int PACKET = 960;
  private static final int PACKETS_PER_PAGE = 50;

  /** A sine of this pitch. */
  public static Tone of(double hertz, Duration length) {
    return of(length, at -> Math.sin(2 * Math.PI * hertz * at / RATE));
  }

  /** Silence with the chirp of a chime in it. */
  public static Tone chirping(Duration length, Duration chirpAt) {
    float[] chirp = Chirp.OURS.samples(RATE);
    long from = chirpAt.toMillis() * RATE / 1_000;
    return of(length, at -> at < from || at >= from + chirp.length ? 0 : chirp[(int) (at - from)]);
  }

  private static Tone of(Duration length, LongToDoubleFunction wave) {
    long frames = length.toMillis() * RATE / 1_000;
    try {
      return new Tone(new Bytes(encode(wave, frames)), frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OpusException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encode(LongToDoubleFunction wave, long frames)
      throws IOException, OpusException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OggFile ogg = new OggFile(out);
    OggPacketWriter writer = ogg.getPacketWriter();
    OpusInfo info = new OpusInfo();
    info.setNumChannels(1);
    info.setPreSkip(PRE_SKIP);
    info.setSampleRate(RATE);
    writer.bufferPacket(info.write(), true);
    writer.bufferPacket(new OpusTags().write(), true);
    OpusEncoder encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
    encoder.setBitrate(16_000);
    long total = frames + PRE_SKIP;
    long packets = (total + PACKET - 1) / PACKET;
    short[] pcm = new short[PACKET];
    byte[] coded = new byte[1_500];
    for (long packet = 0; packet < packets; packet++) {
      for (int i = 0; i < PACKET; i++) {
        long at = packet * PACKET + i;
        pcm[i] = (short) (12_000 * wave.applyAsDouble(at));
      }
      int length = encoder.encode(pcm, 0, PACKET, coded, 0, coded.length);
      long pageEnd = (packet / PACKETS_PER_PAGE + 1) * PACKETS_PER_PAGE * PACKET;
      writer.bufferPacket(new OggPacket(Arrays.copyOf(coded, length)), Math.min(pageEnd, total));
    }
    writer.close();
    ogg.close();
    return out.toByteArray();
  }

  public byte[] bytes() {
    return content.toArray();
  }

  public Digest digest() {
    return Digest.of(bytes());
  }

  /** As an order names it. */
  public RecordingRef ref() {
    return new RecordingRef(digest(), content.size(), Duration.ofMillis(frames * 1_000 / RATE));
  }
}

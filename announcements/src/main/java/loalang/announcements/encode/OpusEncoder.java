// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loalang.announcements.audio.Pcm;

/**
 * Mono Opus in Ogg. Immutable; each file is coded by a coder of its own.
 *
 * @param bitsPerSecond 16,000 to 32,000, ends allowed: below, speech suffers; above, only the bill
 * @throws IllegalArgumentException if out of range
 */
public record OpusEncoder(int bitsPerSecond) {
  /**
   * How much quieter speech comes out than it went in: 0.2 LU for FreeTTS to 0.6 for espeak-ng.
   * Whoever sets the loudness of a recording adds this first.
   */
  public static final double LOUDNESS_LOSS_LU = 0.4;

  /** The rate Opus counts time in, whatever rate goes in. */
  static final int GRANULES_PER_SECOND = 48_000;

  static final int FRAMES_PER_SECOND = 50;

  private static final Set<Integer> RATES_HERTZ = Set.of(8_000, 12_000, 16_000, 24_000, 48_000);
  private static final int MAX_PACKET_BYTES = 1_275; // RFC 6716 §3.4 [R2]
  private static final int COMPLEXITY = 2; // a quarter of the time of 10 for 0.1 LU

  public OpusEncoder {
    if (bitsPerSecond < 16_000 || bitsPerSecond > 32_000) {
      throw new IllegalArgumentException(
          "Speech is coded with 16000 to 32000 bit/s, was %d.".formatted(bitsPerSecond));
    }
  }

  /**
   * Codes a sound.
   *
   * @param sound at 8, 12, 16, 24 or 48 kHz, at least one sample
   * @return the whole file; it plays exactly as long as the sound, to the sample
   * @throws IllegalArgumentException if the sound is empty or of another rate
   */
  public byte[] encode(Pcm sound, OpusComments comments) {
    if (!RATES_HERTZ.contains(sound.rateHertz()) || sound.length() == 0) {
      throw new IllegalArgumentException(
          "Opus takes %s Hz and at least one sample, was %s.".formatted(RATES_HERTZ, sound));
    }
    try {
      var coder =
          new io.github.jaredmdobson.concentus.OpusEncoder(
              sound.rateHertz(), 1, OpusApplication.OPUS_APPLICATION_VOIP);
      coder.setBitrate(bitsPerSecond);
      coder.setComplexity(COMPLEXITY);
      coder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
      int granulesPerSample = GRANULES_PER_SECOND / sound.rateHertz();
      List<byte[]> packets = packets(coder, sound);
      return new OggOpusFile(
              coder.getLookahead() * granulesPerSample,
              (long) sound.length() * granulesPerSample,
              sound.rateHertz())
          .write(packets, comments);
    } catch (OpusException e) {
      throw new IllegalStateException("Opus refused %s.".formatted(sound), e);
    }
  }

  /** The coder is late by its look-ahead, so as much silence follows the sound. */
  private static List<byte[]> packets(io.github.jaredmdobson.concentus.OpusEncoder coder, Pcm sound)
      throws OpusException {
    short[] frame = new short[sound.rateHertz() / FRAMES_PER_SECOND];
    byte[] packet = new byte[MAX_PACKET_BYTES];
    List<byte[]> packets = new ArrayList<>();
    for (int at = 0; at < sound.length() + coder.getLookahead(); at += frame.length) {
      sound.copyInt16(at, frame);
      int size = coder.encode(frame, 0, frame.length, packet, 0, packet.length);
      packets.add(Arrays.copyOf(packet, size));
    }
    return packets;
  }
}

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
 * Mono Opus in Ogg. Immutable, usable on many threads: each stretch is coded by a coder of its own,
 * led in by what sounds before it, so that stretches can be coded at the same time and joined.
 *
 * @param bitsPerSecond 16,000 to 32,000, ends allowed: below, speech suffers; above, only the bill
 * @throws IllegalArgumentException if out of range
 */
public record OpusEncoder(int bitsPerSecond) {
  /** Samples of a packet are a 50th of a second. */
  public static final int FRAMES_PER_SECOND = 50;

  /** The rate Opus counts time in, whatever rate goes in. */
  static final int GRANULES_PER_SECOND = 48_000;

  private static final Set<Integer> RATES_HERTZ = Set.of(8_000, 12_000, 16_000, 24_000, 48_000);
  private static final int MAX_PACKET_BYTES = 1_275; // RFC 6716 §3.4 [R2]
  private static final int COMPLEXITY = 2; // a quarter of the time of 10 for 0.1 LU

  /** 100 ms: so long a decoder needs to forget (RFC 7845 §4.6 asks for 80). */
  private static final int LEAD_FRAMES = 5;

  private static final int GRANULES_LATE = 312;

  public OpusEncoder {
    if (bitsPerSecond < 16_000 || bitsPerSecond > 32_000) {
      throw new IllegalArgumentException(
          "Speech is coded with 16000 to 32000 bit/s, was %d.".formatted(bitsPerSecond));
    }
  }

  /**
   * A coded stretch.
   *
   * @param sound its packets
   * @param heard what a decoder makes of them, later than the original by 6.5 ms
   */
  public record Coded(CodedSound sound, Pcm heard) {}

  /**
   * Codes a whole sound as a file.
   *
   * @param sound at 8, 12, 16, 24 or 48 kHz, at least one sample
   * @return the whole file; it plays exactly as long as the sound, to the sample
   * @throws IllegalArgumentException if the sound is empty or of another rate
   */
  public byte[] encode(Pcm sound, OpusComments comments) {
    checked(sound);
    int frame = sound.rateHertz() / FRAMES_PER_SECOND;
    int frames = (sound.length() + samplesLate(sound.rateHertz()) + frame - 1) / frame;
    CodedSound coded = CodedSound.wrap(packets(coder(sound.rateHertz()), sound, 0, frames));
    return file(coded, new Playing(sound.length(), sound.rateHertz(), 0), comments);
  }

  /**
   * Codes a stretch of a longer sound.
   *
   * @param whole at 8, 12, 16, 24 or 48 kHz; what lies outside it is silence
   * @param firstFrame of the stretch, in 50ths of a second
   * @param frames how many
   * @throws IllegalArgumentException if the sound is empty or of another rate
   */
  public Coded code(Pcm whole, int firstFrame, int frames) {
    checked(whole);
    int from = firstFrame - LEAD_FRAMES;
    List<byte[]> all = packets(coder(whole.rateHertz()), whole, from, LEAD_FRAMES + frames);
    Pcm heard = Decoding.mono(all, whole.rateHertz());
    int lead = LEAD_FRAMES * whole.rateHertz() / FRAMES_PER_SECOND;
    return new Coded(
        CodedSound.wrap(all.subList(LEAD_FRAMES, all.size())),
        heard.stretch(lead, heard.length() - lead));
  }

  /**
   * How a file is played.
   *
   * @param samples how long it sounds, 1 or more
   * @param rateHertz in samples a second, the rate it was coded at
   * @param gainDb how much louder than its packets say, -128 to 128
   */
  public record Playing(long samples, int rateHertz, double gainDb) {}

  /** The file of these packets; a decoder stops at the sample. */
  public byte[] file(CodedSound sound, Playing playing, OpusComments comments) {
    int granulesPerSample = GRANULES_PER_SECOND / playing.rateHertz();
    return new OggOpusFile(
            GRANULES_LATE,
            playing.samples() * granulesPerSample,
            playing.rateHertz(),
            playing.gainDb())
        .write(sound.raw(), comments);
  }

  /** By how many samples a coder's output is later than its input. */
  public static int samplesLate(int rateHertz) {
    return GRANULES_LATE * rateHertz / GRANULES_PER_SECOND;
  }

  private static void checked(Pcm sound) {
    if (!RATES_HERTZ.contains(sound.rateHertz()) || sound.length() == 0) {
      throw new IllegalArgumentException(
          "Opus takes %s Hz and at least one sample, was %s.".formatted(RATES_HERTZ, sound));
    }
  }

  private io.github.jaredmdobson.concentus.OpusEncoder coder(int rateHertz) {
    try {
      var coder =
          new io.github.jaredmdobson.concentus.OpusEncoder(
              rateHertz, 1, OpusApplication.OPUS_APPLICATION_VOIP);
      coder.setBitrate(bitsPerSecond);
      coder.setComplexity(COMPLEXITY);
      coder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
      return coder;
    } catch (OpusException e) {
      throw new IllegalStateException("Opus refused %d Hz.".formatted(rateHertz), e);
    }
  }

  private static List<byte[]> packets(
      io.github.jaredmdobson.concentus.OpusEncoder coder, Pcm sound, int firstFrame, int frames) {
    short[] frame = new short[sound.rateHertz() / FRAMES_PER_SECOND];
    byte[] packet = new byte[MAX_PACKET_BYTES];
    List<byte[]> packets = new ArrayList<>(frames);
    try {
      for (int i = firstFrame; i < firstFrame + frames; i++) {
        sound.copyInt16(i * frame.length, frame);
        int size = coder.encode(frame, 0, frame.length, packet, 0, packet.length);
        packets.add(Arrays.copyOf(packet, size));
      }
    } catch (OpusException e) {
      throw new IllegalStateException("Opus refused %s.".formatted(sound), e);
    }
    return packets;
  }
}

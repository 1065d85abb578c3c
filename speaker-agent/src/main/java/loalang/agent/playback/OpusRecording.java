// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;

/**
 * An Ogg Opus file (RFC 7845), decoded as it is read: memory does not grow with its length. The
 * first pre-skip frames and everything past the last granule are left out, so the frames are exact.
 */
public final class OpusRecording implements AutoCloseable {
  private static final int LONGEST_PACKET_FRAMES = 5_760; // 120 ms, RFC 6716 §2.1.4

  private final InputStream in;
  private final OpusFile opus;
  private final OpusDecoder decoder;
  private final short[] decoded = new short[LONGEST_PACKET_FRAMES];
  private final double outputGain;
  private long toSkip;
  private long framesLeft;

  private OpusRecording(InputStream in, long framesDue) throws IOException, OpusException {
    this.in = in;
    this.opus = new OpusFile(new OggPacketReader(in));
    this.decoder = new OpusDecoder(AudioOutput.FRAMES_PER_SECOND, 1);
    this.toSkip = opus.getInfo().getPreSkip();
    this.framesLeft = framesDue;
    // Q7.8 decibels, RFC 7845 §5.1
    this.outputGain = Math.pow(10, (short) opus.getInfo().getOutputGain() / (20.0 * 256));
  }

  /**
   * Reads a file once from end to end and counts.
   *
   * @return frames at 48,000 a second, over 0
   * @throws ProblemException RECORDING_UNREADABLE
   */
  public static long framesIn(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      OpusFile opus = new OpusFile(new OggPacketReader(in));
      long packets = 0;
      long lastGranule = 0;
      for (OpusAudioData data = opus.getNextAudioPacket();
          data != null;
          data = opus.getNextAudioPacket()) {
        packets += data.getNumberOfSamples();
        lastGranule = Math.max(lastGranule, data.getGranulePosition());
      }
      long frames = Math.min(packets, lastGranule) - opus.getInfo().getPreSkip();
      if (frames <= 0) {
        throw unreadable(file, "it holds no sound");
      }
      return frames;
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // a foreign parser on foreign bytes
      throw unreadable(file, e);
    }
  }

  /**
   * Opens a file for decoding.
   *
   * @param framesDue what {@link #framesIn} counted
   * @throws ProblemException RECORDING_UNREADABLE
   */
  public static OpusRecording open(Path file, long framesDue) {
    try {
      return new OpusRecording(new BufferedInputStream(Files.newInputStream(file)), framesDue);
    } catch (IOException | OpusException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Decodes the next frames.
   *
   * @param pcm gets 16 bit signed little endian; at least {@link #bufferBytes()} long
   * @param factor each sample is multiplied by it, 0 to 1
   * @return bytes written; 0 at the end
   * @throws ProblemException RECORDING_UNREADABLE
   */
  public int read(byte[] pcm, double factor) {
    try {
      while (framesLeft > 0) {
        OpusAudioData packet = opus.getNextAudioPacket();
        if (packet == null) {
          return 0;
        }
        byte[] data = packet.getData();
        int frames = decoder.decode(data, 0, data.length, decoded, 0, LONGEST_PACKET_FRAMES, false);
        int skipped = (int) Math.min(toSkip, frames);
        toSkip -= skipped;
        int wanted = (int) Math.min(framesLeft, frames - skipped);
        if (wanted > 0) {
          framesLeft -= wanted;
          return write(pcm, skipped, wanted, factor * outputGain);
        }
      }
      return 0;
    } catch (IOException | OpusException | RuntimeException e) {
      throw unreadable("The recording", e);
    }
  }

  private int write(byte[] pcm, int from, int frames, double factor) {
    for (int i = 0; i < frames; i++) {
      long sample = factor == 1 ? decoded[from + i] : Math.round(decoded[from + i] * factor);
      int clipped = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
      pcm[2 * i] = (byte) clipped;
      pcm[2 * i + 1] = (byte) (clipped >> 8);
    }
    return 2 * frames;
  }

  /** How long a buffer for {@link #read} must be. */
  public static int bufferBytes() {
    return 2 * LONGEST_PACKET_FRAMES;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable("The recording", e);
    }
  }

  private static ProblemException unreadable(Object what, Exception cause) {
    return new ProblemException(problem(what, String.valueOf(cause)), cause);
  }

  private static ProblemException unreadable(Path what, String why) {
    return new ProblemException(problem(what, why));
  }

  private static Problem problem(Object what, String why) {
    return new Problem(
        "RECORDING_UNREADABLE",
        "%s is no Ogg Opus sound: %s.".formatted(what, why),
        "Render the announcement again at the office.");
  }
}

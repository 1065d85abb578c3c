// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import loalang.protocol.AiringId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The machine's default sound device, through Java Sound (ALSA on Linux). */
public final class AlsaOutput implements AudioOutput {
  private static final AudioFormat FORMAT = new AudioFormat(FRAMES_PER_SECOND, 16, 1, true, false);

  /** 200 ms: a pre-emption is heard at once because silence throws the buffer away. */
  private static final int BUFFER_BYTES = FRAMES_PER_SECOND / 5 * 2;

  /** True if this machine has a device that takes our format. */
  public static boolean isPresent() {
    return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, FORMAT));
  }

  @Override
  public String describe() {
    return "alsa:default";
  }

  @Override
  public AudioLine open(AiringId airing, long framesDue) {
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
      line.open(FORMAT, BUFFER_BYTES);
      return new Line(line);
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "AUDIO_DEVICE_UNUSABLE",
              "The sound device does not open: %s.".formatted(e.getMessage()),
              "Check the card with \"aplay -l\" and that no other program holds it."),
          e);
    }
  }

  /**
   * A Java Sound line. Silence may come from another thread; everything else is the audio thread.
   */
  private static final class Line implements AudioLine {
    private static final long SOUNDING = -1;

    private final SourceDataLine line;
    private final AtomicLong silencedAt = new AtomicLong(SOUNDING);
    private final AtomicLong silence = new AtomicLong();

    Line(SourceDataLine line) {
      this.line = line;
    }

    @Override
    public int write(byte[] pcm, int offset, int length) {
      return line.write(pcm, offset, length);
    }

    @Override
    public int writeSilence(int frames) {
      int taken = line.write(new byte[2 * frames], 0, 2 * frames) / 2;
      silence.addAndGet(taken);
      return taken;
    }

    @Override
    public void start() {
      line.start();
    }

    @Override
    public long framesConsumed() {
      long frozen = silencedAt.get();
      return frozen == SOUNDING ? counted() : frozen;
    }

    private long counted() {
      return Math.max(0, line.getLongFramePosition() - silence.get());
    }

    /** The count is taken first: flushing makes thrown-away frames look consumed. */
    @Override
    public void silence() {
      silencedAt.compareAndSet(SOUNDING, counted());
      line.stop();
      line.flush();
    }

    @Override
    public void close() {
      line.stop();
      line.close();
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import loalang.protocol.AiringId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Writes each airing into a WAV file of its own, as fast as a loudspeaker would take it.
 *
 * <p>For machines without a sound device and for tests; the state says so, so that nobody takes a
 * file for a loudspeaker. Beside each file stands what the counter of this machine, which all its
 * programs share on Linux, showed at the first frame and at the last: a bench compares reports with
 * it.
 */
public final class FileOutput implements AudioOutput {
  private static final int HEADER_BYTES = 44;

  /** What a sound device would take before it is started: 200 ms. */
  private static final long BUFFER_FRAMES = FRAMES_PER_SECOND / 5;

  /** How soon silence is noticed. */
  private static final long LOOK_NANOS = 5_000_000;

  private final Path directory;
  private final boolean unpaced;

  /**
   * An output.
   *
   * @param directory made if it is not there
   * @param unpaced true writes as fast as the disk takes it
   */
  public FileOutput(Path directory, boolean unpaced) {
    this.directory = directory;
    this.unpaced = unpaced;
  }

  @Override
  public String describe() {
    return "file:" + directory;
  }

  @Override
  public AudioLine open(AiringId airing, long framesDue) {
    try {
      Files.createDirectories(directory);
      FileChannel file =
          FileChannel.open(
              directory.resolve(airing + ".wav"),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      file.write(header(framesDue), 0);
      return new Line(file, directory.resolve(airing + ".times"), unpaced);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The canonical WAV header (RIFF, one format chunk, one data chunk). */
  private static ByteBuffer header(long frames) {
    int dataBytes = (int) (frames * 2);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(HEADER_BYTES - 8 + dataBytes);
    header.put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '}).putInt(16);
    header.putShort((short) 1).putShort((short) 1);
    header.putInt(FRAMES_PER_SECOND).putInt(FRAMES_PER_SECOND * 2);
    header.putShort((short) 2).putShort((short) 16);
    header.put(new byte[] {'d', 'a', 't', 'a'}).putInt(dataBytes);
    return header.flip();
  }

  private static ProblemException failed(IOException e) {
    return new ProblemException(
        new Problem(
            "AUDIO_DEVICE_UNUSABLE",
            "The sound file cannot be written: %s.".formatted(e.getMessage()),
            "Free space on the disk, or name another directory with --output file:DIR."),
        e);
  }

  /** One WAV file. Silence may come from another thread; everything else is the audio thread. */
  private static final class Line implements AudioLine {
    private final FileChannel file;
    private final Path times;
    private final boolean unpaced;
    private long startedNanos;
    private long framesWritten;
    private long silence;
    private boolean started;
    private volatile boolean silenced;

    Line(FileChannel file, Path times, boolean unpaced) {
      this.file = file;
      this.times = times;
      this.unpaced = unpaced;
    }

    @Override
    public void start() {
      startedNanos = System.nanoTime();
      started = true;
    }

    /** Waited for, not written: the file holds the recording. */
    @Override
    public int writeSilence(int frames) {
      int taken = started ? frames : (int) Math.min(frames, BUFFER_FRAMES - silence);
      silence += taken;
      return taken;
    }

    @Override
    public int write(byte[] pcm, int offset, int length) {
      if (silenced) {
        return 0;
      }
      long free = BUFFER_FRAMES - silence - framesWritten;
      int room = started ? length : (int) Math.min(length, 2 * free);
      try {
        ByteBuffer buffer = ByteBuffer.wrap(pcm, offset, room);
        long position = HEADER_BYTES + framesWritten * 2;
        while (buffer.hasRemaining()) {
          position += file.write(buffer, position);
        }
      } catch (IOException e) {
        throw failed(e);
      }
      framesWritten += room / 2;
      waitForTheClock();
      return room;
    }

    /** A device consumes a frame when its time has come. */
    private void waitForTheClock() {
      while (started && !unpaced && !silenced && framesConsumed() < framesWritten) {
        long left = (framesWritten - framesConsumed()) * 1_000_000_000L / FRAMES_PER_SECOND;
        LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
      }
    }

    @Override
    public long framesConsumed() {
      if (!started) {
        return 0;
      }
      long byTheClock = (System.nanoTime() - startedNanos) * 48 / 1_000_000 - silence;
      return unpaced ? framesWritten : Math.max(0, Math.min(framesWritten, byTheClock));
    }

    @Override
    public void silence() {
      silenced = true;
    }

    @Override
    public void close() {
      try (file) {
        file.write(header(framesWritten), 0);
        if (started) {
          long first = startedNanos + silence * 1_000_000 / 48;
          Files.writeString(times, "started=%d\nended=%d\n".formatted(first, System.nanoTime()));
        }
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }
}

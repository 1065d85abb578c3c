// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import loalang.agent.playout.Rendering;
import loalang.protocol.Gain;
import org.jspecify.annotations.Nullable;

/** One recording being played: once, on the audio thread. Only halt comes from elsewhere. */
final class Playback {
  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK_MILLIS = 5;
  private static final int BYTES_PER_FRAME = 2;
  private static final long MOST_FILLED = AudioOutput.FRAMES_PER_SECOND;
  private static final long MOST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final double FRAMES_PER_NANO = AudioOutput.FRAMES_PER_SECOND / 1e9;

  /** The device is started so long before the first frame, with silence in it. */
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

  /** What of that silence is in the device when it is started; the rest makes the frame exact. */
  private static final int LEAD_FRAMES = AudioOutput.FRAMES_PER_SECOND / 10;

  private final Player.Task task;
  private final RenderingRule rule;
  private final PlayerListener listener;
  private final Time time;
  private final Pace pace = new Pace();
  private final byte[] pcm = new byte[OpusRecording.bufferBytes() + BYTES_PER_FRAME];
  private volatile boolean halted;
  private volatile @Nullable AudioLine line;
  private int blockTaken;
  private int blockLength;
  private long framesWritten;
  private long framesAdded; // by the pace, negative if it left some out
  private boolean shortWrite;
  private boolean told;
  private long startedNanos; // the first frame's
  private long nextProgress = AudioOutput.FRAMES_PER_SECOND;
  private long lastRendered;

  /**
   * What the time is told by.
   *
   * @param clock names instants
   * @param excess by how much the clock goes faster than the counter, as a share of one
   */
  record Time(InstantSource clock, DoubleSupplier excess) {}

  Playback(Player.Task task, RenderingRule rule, PlayerListener listener, Time time) {
    this.task = task;
    this.rule = rule;
    this.listener = listener;
    this.time = time;
  }

  Player.Task task() {
    return task;
  }

  PlayerListener listener() {
    return listener;
  }

  /** What is known to have been consumed, when the playback broke off. */
  long rendered() {
    return lastRendered;
  }

  void halt() {
    halted = true;
    AudioLine open = line;
    if (open != null) {
      open.silence();
    }
  }

  /**
   * Plays it.
   *
   * @param earliestNanos what the counter shows when the amplifier is warm
   */
  Rendering run(AudioOutput output, Supplier<Gain> gain, long earliestNanos) {
    try (OpusRecording recording = OpusRecording.open(task.file(), task.framesDue());
        AudioLine open = output.open(task.airing(), task.framesDue())) {
      line = open;
      long at = Math.max(0, earliestNanos - task.startNanos()) + task.startNanos();
      if (!rule.unpaced() && at - LEAD_NANOS - System.nanoTime() > 0) {
        leadIn(open, at);
      } else {
        fill(recording, open, gain);
        await(at);
        startNow(open);
      }
      if (!halted) {
        writeAll(recording, open, gain);
      }
      if (!halted && !shortWrite) {
        awaitConsumed(open);
      }
      tellStart();
      return judged(open);
    } finally {
      line = null;
    }
  }

  private void startNow(AudioLine open) {
    if (!halted) {
      startedNanos = System.nanoTime();
      open.start();
      tellStart();
    }
  }

  /**
   * Starts the device with silence, a little before the first frame is due, and gives it as much
   * more as puts that frame at its instant. No timer wakes so exactly: the device counts the
   * frames.
   */
  private void leadIn(AudioLine open, long at) {
    int silence = open.writeSilence(LEAD_FRAMES);
    await(at - LEAD_NANOS);
    if (halted) {
      return;
    }
    long before = System.nanoTime();
    open.start();
    long begun = before + (System.nanoTime() - before) / 2;
    int wanted = (int) Math.round((at - begun) * FRAMES_PER_NANO);
    int missing = Math.max(0, wanted - silence);
    shortWrite = open.writeSilence(missing) < missing;
    startedNanos = begun + Math.round(Math.max(wanted, silence) / FRAMES_PER_NANO);
  }

  /** The first frame is told when it has sounded, with its exact instant. */
  private void tellStart() {
    long since = System.nanoTime() - startedNanos;
    if (!told && startedNanos != 0 && since >= 0) {
      told = true;
      listener.started(task.airing(), time.clock().instant().minusNanos(since));
    }
  }

  private Rendering judged(AudioLine open) {
    long consumed = open.framesConsumed();
    long elapsed = startedNanos == 0 ? 0 : System.nanoTime() - startedNanos;
    lastRendered = Math.min(ofRecording(consumed), task.framesDue());
    return rule.judge(
        new RenderingRule.Observed(
            task.framesDue(),
            framesWritten - framesAdded,
            ofRecording(consumed),
            elapsed,
            shortWrite,
            halted));
  }

  /** How much of the recording that is: never more than it is. */
  private long ofRecording(long consumed) {
    return consumed >= framesWritten
        ? framesWritten - framesAdded
        : Math.max(0, consumed - Math.max(0, framesAdded));
  }

  /** Decodes into the device's buffer until it takes no more, so that the start is a mere start. */
  private void fill(OpusRecording recording, AudioLine open, Supplier<Gain> gain) {
    boolean hasRoom = true;
    while (!halted && hasRoom && framesWritten < MOST_FILLED && nextBlock(recording, gain)) {
      take(open.write(pcm, blockTaken, blockLength - blockTaken));
      hasRoom = blockTaken == blockLength;
    }
  }

  /** True if there is something in the block that the device has not taken. */
  private boolean nextBlock(OpusRecording recording, Supplier<Gain> gain) {
    if (blockTaken == blockLength) {
      blockTaken = 0;
      blockLength = recording.read(pcm, gain.get().factor());
    }
    return blockTaken < blockLength;
  }

  private void take(int bytes) {
    blockTaken += bytes;
    framesWritten += bytes / BYTES_PER_FRAME;
  }

  private void await(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0 && !halted; ) {
      LockSupport.parkNanos(Math.min(left, MOST_PARK_NANOS));
      left = nanos - System.nanoTime();
    }
  }

  private void writeAll(OpusRecording recording, AudioLine open, Supplier<Gain> gain) {
    while (!halted && !shortWrite && nextBlock(recording, gain)) {
      keepPace(open);
      int asked = blockLength - blockTaken;
      int taken = open.write(pcm, blockTaken, asked);
      take(taken);
      shortWrite = taken < asked && !halted;
      tellStart();
      tellProgress(open);
    }
  }

  /**
   * A whole block is played a frame longer or shorter if the device's quartz asks for it. A device
   * that has played all it was given tells nothing: it waits for us.
   */
  private void keepPace(AudioLine open) {
    boolean whole = blockTaken == 0 && blockLength >= 2 * BYTES_PER_FRAME;
    long since = System.nanoTime() - startedNanos;
    long consumed = open.framesConsumed();
    if (rule.unpaced() || !told || !whole || consumed >= framesWritten) {
      return;
    }
    double due = since * FRAMES_PER_NANO * (1 + time.excess().getAsDouble());
    int frames = pace.correction(consumed - framesAdded - due);
    if (frames != 0) {
      blockLength = Stretch.by(pcm, 0, blockLength, frames);
      framesAdded += frames;
    }
  }

  private void tellProgress(AudioLine open) {
    lastRendered = ofRecording(Math.min(open.framesConsumed(), framesWritten));
    if (lastRendered >= nextProgress) {
      nextProgress = lastRendered + AudioOutput.FRAMES_PER_SECOND;
      listener.progressed(task.airing(), lastRendered);
    }
  }

  /**
   * Watches the device's own count instead of calling drain, which gives up after half a second and
   * says nothing.
   */
  private void awaitConsumed(AudioLine open) {
    long seen = open.framesConsumed();
    long movedAt = System.nanoTime();
    while (!halted && seen < task.framesDue() + framesAdded) {
      tellStart();
      if (System.nanoTime() - movedAt > STANDSTILL_NANOS || !pause()) {
        return;
      }
      long position = open.framesConsumed();
      if (position != seen) {
        seen = position;
        movedAt = System.nanoTime();
      }
    }
  }

  /** Waits a little between two looks at a device; false if the thread is to end. */
  static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

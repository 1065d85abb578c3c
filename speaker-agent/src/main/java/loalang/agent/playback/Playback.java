// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
  private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(1_500);
  private static final long MOST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Player.Task task;
  private final RenderingRule rule;
  private final PlayerListener listener;
  private final byte[] pcm = new byte[OpusRecording.bufferBytes()];
  private volatile boolean halted;
  private volatile @Nullable AudioLine line;
  private int blockTaken;
  private int blockLength;
  private long framesWritten;
  private boolean shortWrite;
  private long startedNanos;
  private long nextProgress = AudioOutput.FRAMES_PER_SECOND;
  private long lastRendered;

  Playback(Player.Task task, RenderingRule rule, PlayerListener listener) {
    this.task = task;
    this.rule = rule;
    this.listener = listener;
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
  Rendering run(AudioOutput output, Supplier<Gain> gain, InstantSource clock, long earliestNanos) {
    try (OpusRecording recording = OpusRecording.open(task.file(), task.framesDue());
        AudioLine open = output.open(task.airing(), task.framesDue())) {
      line = open;
      fill(recording, open, gain);
      boolean warmInTime = task.startNanos() - earliestNanos >= 0;
      awaitStart(warmInTime ? task.startNanos() : earliestNanos);
      startedNanos = System.nanoTime();
      if (!halted) {
        open.start();
        listener.started(task.airing(), clock.instant());
        writeAll(recording, open, gain);
      }
      if (!halted && !shortWrite) {
        awaitConsumed(open);
      }
      return judged(open);
    } finally {
      line = null;
    }
  }

  private Rendering judged(AudioLine open) {
    long consumed = open.framesConsumed();
    long elapsed = System.nanoTime() - startedNanos;
    lastRendered = Math.min(Math.min(consumed, framesWritten), task.framesDue());
    return rule.judge(
        new RenderingRule.Observed(
            task.framesDue(), framesWritten, consumed, elapsed, shortWrite, halted));
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

  /** Sleeps until shortly before and counts the rest down, because sleep oversleeps. */
  private void awaitStart(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0 && !halted; ) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(Math.min(left - SPIN_NANOS, MOST_PARK_NANOS));
      } else {
        Thread.onSpinWait();
      }
      left = nanos - System.nanoTime();
    }
  }

  private void writeAll(OpusRecording recording, AudioLine open, Supplier<Gain> gain) {
    while (!halted && !shortWrite && nextBlock(recording, gain)) {
      int asked = blockLength - blockTaken;
      int taken = open.write(pcm, blockTaken, asked);
      take(taken);
      shortWrite = taken < asked && !halted;
      tellProgress(open);
    }
  }

  private void tellProgress(AudioLine open) {
    lastRendered = Math.min(open.framesConsumed(), framesWritten);
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
    while (!halted && seen < task.framesDue()) {
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

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import loalang.agent.playout.Rendering;
import loalang.protocol.Gain;
import org.jspecify.annotations.Nullable;

/** One recording being played: once, on the audio thread. Only halt comes from elsewhere. */
final class Playback {
  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK_MILLIS = 5;
  private static final int BYTES_PER_FRAME = 2;

  private final Player.Task task;
  private final RenderingRule rule;
  private final PlayerListener listener;
  private volatile boolean halted;
  private volatile @Nullable AudioLine line;
  private long framesWritten;
  private boolean shortWrite;
  private long firstWriteNanos;
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

  Rendering run(AudioOutput output, Supplier<Gain> gain, InstantSource clock) {
    try (OpusRecording recording = OpusRecording.open(task.file(), task.framesDue());
        AudioLine open = output.open(task.airing(), task.framesDue())) {
      line = open;
      firstWriteNanos = System.nanoTime();
      writeAll(recording, open, gain, clock);
      if (!halted && !shortWrite) {
        awaitConsumed(open);
      }
      long consumed = open.framesConsumed();
      long elapsed = System.nanoTime() - firstWriteNanos;
      lastRendered = Math.min(Math.min(consumed, framesWritten), task.framesDue());
      return rule.judge(
          new RenderingRule.Observed(
              task.framesDue(), framesWritten, consumed, elapsed, shortWrite, halted));
    } finally {
      line = null;
    }
  }

  private void writeAll(
      OpusRecording recording, AudioLine open, Supplier<Gain> gain, InstantSource clock) {
    byte[] pcm = new byte[OpusRecording.bufferBytes()];
    while (!halted && !shortWrite) {
      int length = recording.read(pcm, gain.get().factor());
      if (length == 0) {
        return;
      }
      boolean first = framesWritten == 0;
      int taken = open.write(pcm, length);
      framesWritten += taken / BYTES_PER_FRAME;
      shortWrite = taken < length && !halted;
      if (first && taken > 0) {
        listener.started(task.airing(), clock.instant());
      }
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

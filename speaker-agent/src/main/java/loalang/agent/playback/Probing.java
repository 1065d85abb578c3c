// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One probe of the device, on the audio thread. Only halt comes from elsewhere. */
final class Probing {
  private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
  private static final AiringId ABOUT_NONE = new AiringId("self-test");
  private static final int BYTES = (int) (SilentProbe.FRAMES * 2);
  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final RenderingRule rule;
  private final LongSupplier counter;
  private volatile boolean halted;
  private volatile @Nullable AudioLine line;

  Probing(RenderingRule rule, LongSupplier counter) {
    this.rule = rule;
    this.counter = counter;
  }

  void halt() {
    halted = true;
    AudioLine open = line;
    if (open != null) {
      open.silence();
    }
  }

  Rendering run(AudioOutput output) {
    try (AudioLine open = output.open(ABOUT_NONE, SilentProbe.FRAMES)) {
      line = open;
      return halted ? judged(0, 0, 0) : rendered(open);
    } catch (ProblemException e) {
      LOG.warn("{}", e.problem());
      return new Rendering(Outcome.FAILED_AUDIO_DEVICE, SilentProbe.FRAMES, 0);
    } finally {
      line = null;
    }
  }

  private Rendering rendered(AudioLine open) {
    byte[] silence = new byte[BYTES];
    int taken = open.write(silence, 0, BYTES);
    long began = counter.getAsLong();
    open.start();
    if (taken < BYTES) {
      taken += open.write(silence, taken, BYTES - taken);
    }
    boolean moves = true;
    while (moves && !halted && open.framesConsumed() < taken / 2) {
      moves = counter.getAsLong() - began < STANDSTILL_NANOS && Playback.pause();
    }
    return judged(taken / 2, open.framesConsumed(), counter.getAsLong() - began);
  }

  private Rendering judged(long written, long consumed, long elapsedNanos) {
    return rule.judge(
        new RenderingRule.Observed(
            SilentProbe.FRAMES,
            written,
            consumed,
            elapsedNanos,
            written < SilentProbe.FRAMES,
            halted));
  }
}

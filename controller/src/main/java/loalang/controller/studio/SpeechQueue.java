// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Vertx;
import java.time.Duration;
import loalang.controller.queue.WorkQueue;
import loalang.protocol.Problem;

/** The pool {@code speech}, where notices are rendered. */
public final class SpeechQueue {
  /** One small office computer. */
  public static final WorkQueue.Limits USUAL = new WorkQueue.Limits(1, 8, Duration.ofMinutes(5));

  private SpeechQueue() {}

  /** A queue; it refuses with STUDIO_BUSY and STUDIO_TOO_SLOW. */
  public static WorkQueue open(Vertx vertx, WorkQueue.Limits limits) {
    return new WorkQueue(
        vertx,
        "speech",
        limits,
        new WorkQueue.Refusals(
            SpeechQueue::busy,
            new Problem(
                "STUDIO_TOO_SLOW",
                "The notice was not rendered in time.",
                "Split the notice, or look what else keeps this computer busy.")));
  }

  private static Problem busy(int taken) {
    return new Problem(
        "STUDIO_BUSY",
        "%d notices are being rendered or wait.".formatted(taken),
        "Try again in a minute.");
  }
}

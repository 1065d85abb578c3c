// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import io.vertx.core.Vertx;
import java.time.Duration;
import loalang.controller.queue.WorkQueue;
import loalang.protocol.Problem;

/** The pool {@code reading}, where letters are taken in and texts are read. */
public final class ReadingQueue {
  /** One small office computer: a letter of 20 MB may take 100 MB while it is read. */
  public static final WorkQueue.Limits USUAL = new WorkQueue.Limits(1, 8, Duration.ofSeconds(60));

  private ReadingQueue() {}

  /** A queue; it refuses with READING_BUSY and READING_TOO_SLOW. */
  public static WorkQueue open(Vertx vertx, WorkQueue.Limits limits) {
    return new WorkQueue(
        vertx,
        "reading",
        limits,
        new WorkQueue.Refusals(
            ReadingQueue::busy,
            new Problem(
                "READING_TOO_SLOW",
                "The text was not read in time.",
                "Send a shorter text, or look what else keeps this computer busy.")));
  }

  /** Why no more is taken on. */
  public static Problem busy(int taken) {
    return new Problem(
        "READING_BUSY",
        "%d letters or texts are being read or wait.".formatted(taken),
        "Try again in a minute.");
  }
}

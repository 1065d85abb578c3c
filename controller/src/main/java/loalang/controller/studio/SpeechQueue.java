// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The pool {@code speech}: so many at once, so many waiting, so long, and then no more. */
public final class SpeechQueue {
  private final WorkerExecutor speech;
  private final Limits limits;
  private int taken; // only read and written on the event loop

  /**
   * How much is taken on.
   *
   * @param atOnce 1 or more renderings at the same time
   * @param waiting 0 or more behind them
   * @param longest after which the caller is told that it took too long
   */
  public record Limits(int atOnce, int waiting, Duration longest) {
    /** One small office computer. */
    public static final Limits USUAL = new Limits(1, 8, Duration.ofMinutes(5));
  }

  /** A queue; the pool ends with {@code vertx}. */
  public SpeechQueue(Vertx vertx, Limits limits) {
    this.limits = limits;
    this.speech =
        vertx.createSharedWorkerExecutor(
            "speech", limits.atOnce(), limits.longest().toSeconds() + 10, TimeUnit.SECONDS);
  }

  /** Runs slow work, or refuses it at once with STUDIO_BUSY. */
  public <T> Future<T> run(Callable<T> work) {
    if (taken >= limits.atOnce() + limits.waiting()) {
      return Future.failedFuture(new ProblemException(busy()));
    }
    taken++;
    return speech
        .executeBlocking(work, false)
        .onComplete(done -> taken--) // when the thread is free, not when the caller gave up
        .timeout(limits.longest().toMillis(), TimeUnit.MILLISECONDS)
        .recover(SpeechQueue::tooLong);
  }

  private Problem busy() {
    return new Problem(
        "STUDIO_BUSY",
        "%d notices are being rendered or wait.".formatted(taken),
        "Try again in a minute.");
  }

  private static <T> Future<T> tooLong(Throwable thrown) {
    return Future.failedFuture(
        thrown instanceof TimeoutException
            ? new ProblemException(
                new Problem(
                    "STUDIO_TOO_SLOW",
                    "The notice was not rendered in time.",
                    "Split the notice, or look what else keeps this computer busy."),
                thrown)
            : thrown);
  }
}

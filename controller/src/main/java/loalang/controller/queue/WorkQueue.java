// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.queue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** A pool: so many at once, so many waiting, so long, and then no more. On one event loop. */
public final class WorkQueue {
  private final WorkerExecutor pool;
  private final Limits limits;
  private final Refusals refusals;
  private int taken; // only read and written on the event loop

  /**
   * How much is taken on.
   *
   * @param atOnce 1 or more pieces of work at the same time
   * @param waiting 0 or more behind them
   * @param longest after which the caller is told that it took too long
   */
  public record Limits(int atOnce, int waiting, Duration longest) {
    public Limits {
      if (atOnce < 1 || waiting < 0 || longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException(
            "A queue works on 1 or more, holds 0 or more and waits some time, was %d, %d, %s."
                .formatted(atOnce, waiting, longest));
      }
    }
  }

  /**
   * What a caller is told.
   *
   * @param busy why his work is not taken on, given how much is
   * @param tooSlow why nobody waits for his work any longer
   */
  public record Refusals(IntFunction<Problem> busy, Problem tooSlow) {}

  /**
   * A queue; the pool ends with {@code vertx}.
   *
   * @param name of the pool and its threads
   */
  public WorkQueue(Vertx vertx, String name, Limits limits, Refusals refusals) {
    this.limits = limits;
    this.refusals = refusals;
    this.pool =
        vertx.createSharedWorkerExecutor(
            name, limits.atOnce(), limits.longest().toSeconds() + 10, TimeUnit.SECONDS);
  }

  /** Runs slow work, or refuses it at once. */
  public <T> Future<T> run(Callable<T> work) {
    if (taken >= limits.atOnce() + limits.waiting()) {
      return Future.failedFuture(new ProblemException(refusals.busy().apply(taken)));
    }
    taken++;
    return pool.executeBlocking(work, false)
        .onComplete(done -> taken--) // when the thread is free, not when the caller gave up
        .timeout(limits.longest().toMillis(), TimeUnit.MILLISECONDS)
        .recover(this::tooLong);
  }

  private <T> Future<T> tooLong(Throwable thrown) {
    return Future.failedFuture(
        thrown instanceof TimeoutException
            ? new ProblemException(refusals.tooSlow(), thrown)
            : thrown);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** What was heard, in order. Added to on any thread, read by the one that measures. */
final class Heard<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<T> arriving = new LinkedBlockingQueue<>();
  private final List<T> all = new ArrayList<>();

  void add(T one) {
    arriving.add(one);
  }

  /** Everything so far. */
  List<T> soFar() {
    arriving.drainTo(all);
    return List.copyOf(all);
  }

  /** Forgets what was heard. */
  void clear() {
    soFar();
    all.clear();
  }

  /** The first that is as wanted, heard already or within a minute. */
  T await(Predicate<T> wanted, String what) throws InterruptedException {
    return await(wanted, PATIENCE)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "BENCH_TIMED_OUT",
                        "After %d s nobody said: %s.".formatted(PATIENCE.toSeconds(), what),
                        "Measure again, or on a machine with less to do.")));
  }

  /** The first that is as wanted, heard already or within a time. */
  Optional<T> await(Predicate<T> wanted, Duration limit) throws InterruptedException {
    for (T one : soFar()) {
      if (wanted.test(one)) {
        return Optional.of(one);
      }
    }
    long giveUp = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); left > 0; left = giveUp - System.nanoTime()) {
      T next = arriving.poll(left, TimeUnit.NANOSECONDS);
      if (next != null) {
        all.add(next);
        if (wanted.test(next)) {
          return Optional.of(next);
        }
      }
    }
    return Optional.empty();
  }
}

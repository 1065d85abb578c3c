// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import loalang.simulation.world.Studio;
import loalang.simulation.world.Village;
import loalang.simulation.world.Workshop;
import org.jspecify.annotations.Nullable;

/** Many seeds on several cores; each seed is lived through on one thread. */
public final class Seeds {
  private final Studio studio = Studio.open();
  private final Workshop workshop;
  private final LongFunction<Village> villages;

  /**
   * Seeds to be lived through.
   *
   * @param workshop of whose parts
   * @param villages what a seed makes
   */
  public Seeds(Workshop workshop, LongFunction<Village> villages) {
    this.workshop = workshop;
    this.villages = villages;
  }

  /**
   * What came of them.
   *
   * @param seeds how many were lived through
   * @param lasted simulated time, all together
   * @param sounds how many airings began
   * @param first the lowest seed that broke a promise
   */
  public record Sum(long seeds, Duration lasted, long sounds, Optional<Village.Life> first) {}

  /** Hears how far it has come; called on the workers' threads. */
  @FunctionalInterface
  public interface Progress {
    /** So many seeds and so much simulated time are done. */
    void at(long seeds, Duration lasted);
  }

  /** Lives through seeds from the first on, until all are done or one broke a promise. */
  public Sum run(long from, long count, Progress progress) {
    int cores = Runtime.getRuntime().availableProcessors();
    AtomicLong next = new AtomicLong(from);
    AtomicLong done = new AtomicLong();
    AtomicLong nanos = new AtomicLong();
    AtomicLong sounds = new AtomicLong();
    AtomicReference<Village.@Nullable Life> first = new AtomicReference<>();
    Runnable worker =
        () -> {
          for (long seed = next.getAndIncrement();
              seed < from + count && isBefore(seed, first.get());
              seed = next.getAndIncrement()) {
            Village.Life life = villages.apply(seed).live(workshop, studio);
            nanos.addAndGet(life.lasted().toNanos() / 1_000);
            sounds.addAndGet(life.sounds());
            if (life.broken().isPresent()) {
              first.accumulateAndGet(life, Seeds::lower);
            }
            progress.at(done.incrementAndGet(), Duration.ofNanos(nanos.get()).multipliedBy(1_000));
          }
        };
    work(worker, cores);
    Duration lasted = Duration.ofNanos(nanos.get()).multipliedBy(1_000);
    return new Sum(done.get(), lasted, sounds.get(), Optional.ofNullable(first.get()));
  }

  private static boolean isBefore(long seed, Village.@Nullable Life failed) {
    return failed == null || seed < failed.seed();
  }

  private static Village.@Nullable Life lower(
      Village.@Nullable Life one, Village.@Nullable Life other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.seed() < other.seed() ? one : other;
  }

  private static void work(Runnable worker, int cores) {
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < cores; i++) {
      workers.add(pool.submit(worker));
    }
    try {
      for (Future<?> one : workers) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A seed ended in a bug of the simulation.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Lives through one seed again, and what happened can be read. */
  public Village.Life trace(long seed) {
    return villages.apply(seed).withTrace().live(workshop, studio);
  }
}

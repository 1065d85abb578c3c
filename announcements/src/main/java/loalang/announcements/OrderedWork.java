// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import loalang.announcements.speech.SpeechProblems;
import loalang.protocol.ProblemException;

/**
 * Does pieces of work several at once and gives their results in order. No more than a few pieces
 * of one production wait in the common queue, so that a short notice need not wait for a long one.
 */
final class OrderedWork implements AutoCloseable {
  private final ExecutorService pool;
  private final int window;

  OrderedWork(int atOnce) {
    AtomicInteger number = new AtomicInteger();
    this.window = atOnce + 1;
    this.pool =
        Executors.newFixedThreadPool(
            atOnce,
            work -> {
              Thread thread = new Thread(work, "speech-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Blocks until all is done; the first fault ends the rest.
   *
   * @param ready hears of each result, in order
   * @throws ProblemException that of the work, or PRODUCTION_CANCELLED
   */
  <T> List<T> all(List<Callable<T>> work, Cancellation cancellation, Consumer<T> ready) {
    Queue<Future<T>> started = new ConcurrentLinkedQueue<>();
    Runnable stop = () -> started.forEach(piece -> piece.cancel(true));
    cancellation.whenPulled(stop);
    try {
      List<T> done = new ArrayList<>();
      Deque<Callable<T>> waiting = new ArrayDeque<>(work);
      while (done.size() < work.size()) {
        while (!waiting.isEmpty() && started.size() < window) {
          started.add(pool.submit(waiting.remove()));
        }
        if (cancellation.isCancelled()) {
          throw new ProblemException(SpeechProblems.cancelled());
        }
        T result = started.element().get();
        started.remove();
        done.add(result);
        ready.accept(result);
      }
      return done;
    } catch (ExecutionException e) {
      throw asItWas(e);
    } catch (CancellationException e) {
      throw new ProblemException(SpeechProblems.cancelled(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(SpeechProblems.cancelled(), e);
    } finally {
      cancellation.forget(stop);
      stop.run();
    }
  }

  private static RuntimeException asItWas(ExecutionException wrapped) {
    Throwable cause = wrapped.getCause();
    if (cause instanceof ProblemException fault) {
      return new ProblemException(fault.problem(), fault);
    }
    return new IllegalStateException("A sentence could not be spoken.", cause);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}

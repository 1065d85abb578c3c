// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Things that arrive on other threads, and tests that wait for one of them. */
public final class Awaited<T> {
  private static final long LIMIT_SECONDS = 20;
  private static final int MOST_SHOWN = 20;

  private final List<T> all = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  public void add(T one) {
    lock.lock();
    try {
      all.add(one);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The first one, old or new, of which this is true. */
  public T await(Predicate<T> wanted) {
    long left = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    lock.lock();
    try {
      int next = 0;
      while (true) {
        for (; next < all.size(); next++) {
          if (wanted.test(all.get(next))) {
            return all.get(next);
          }
        }
        left = arrived.awaitNanos(left);
        if (left <= 0) {
          int shown = Math.max(0, all.size() - MOST_SHOWN);
          throw new AssertionError(
              "It did not come within the limit; the last that came: "
                  + all.subList(shown, all.size()));
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  public List<T> soFar() {
    lock.lock();
    try {
      return List.copyOf(all);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what came, so that await hears only what is new. */
  public void clear() {
    lock.lock();
    try {
      all.clear();
    } finally {
      lock.unlock();
    }
  }
}

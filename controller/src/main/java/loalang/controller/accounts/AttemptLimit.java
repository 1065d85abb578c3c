// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down whoever guesses: after so many failures within a window, nobody tries under that name
 * until the oldest failure is out of the window. Told the time; any thread.
 */
public final class AttemptLimit {
  private static final int MAX_NAMES = 10_000;

  private final int failures;
  private final Duration window;
  private final Map<String, Deque<Instant>> failed = new HashMap<>();

  /**
   * A limit.
   *
   * @param failures 1 or more
   * @param window over 0
   */
  public AttemptLimit(int failures, Duration window) {
    if (failures < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "A limit is 1 or more failures within a time, was %d within %s."
              .formatted(failures, window));
    }
    this.failures = failures;
    this.window = window;
  }

  /** True if an attempt under this name may be made now. */
  public synchronized boolean mayTry(String name, Instant now) {
    return recent(name, now).size() < failures;
  }

  /** An attempt under this name failed. */
  public synchronized void failed(String name, Instant now) {
    if (failed.size() >= MAX_NAMES) {
      failed.values().removeIf(times -> times.getLast().isBefore(now.minus(window)));
    }
    Deque<Instant> times = recent(name, now);
    times.addLast(now);
    if (times.size() > failures) {
      times.removeFirst();
    }
    failed.put(name, times);
  }

  /** An attempt under this name succeeded. */
  public synchronized void succeeded(String name) {
    failed.remove(name);
  }

  private Deque<Instant> recent(String name, Instant now) {
    Deque<Instant> times = failed.getOrDefault(name, new ArrayDeque<>());
    times.removeIf(time -> !time.isAfter(now.minus(window)));
    return times;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses: some attempts are free, after that each failure doubles the wait. An
 * attempt counts as failed until it is said to have succeeded, so that many at once gain nothing.
 * Told the time; one thread.
 */
final class BackOff {
  private static final int MAX_NAMES = 10_000;
  private static final int MAX_DOUBLINGS = 20;

  private final int free;
  private final Duration first;
  private final Duration longest;
  private final Map<String, Tries> tries = new HashMap<>();

  private record Tries(int count, Instant last) {}

  /**
   * A limit.
   *
   * @param free attempts without a wait, 1 or more
   * @param first the wait after them
   * @param longest what the doubling ends at; after a day without an attempt all is forgotten
   */
  BackOff(int free, Duration first, Duration longest) {
    if (free < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "A back-off is 1 or more free attempts, then a growing wait; was %d, %s to %s."
              .formatted(free, first, longest));
    }
    this.free = free;
    this.first = first;
    this.longest = longest;
  }

  /** How long this name must still wait; empty if it may try now. */
  Optional<Duration> wait(String name, Instant now) {
    Tries made = tries.get(name);
    if (made == null || made.count() < free) {
      return Optional.empty();
    }
    Instant until = made.last().plus(penalty(made.count()));
    return now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }

  /** Somebody tries under this name. */
  void tried(String name, Instant now) {
    if (tries.size() >= MAX_NAMES) {
      makeRoom(now);
    }
    tries.merge(name, new Tries(1, now), (made, one) -> new Tries(made.count() + 1, now));
  }

  /** The attempts under this name are forgiven. */
  void forget(String name) {
    tries.remove(name);
  }

  /** The last attempt under this name is forgiven, the ones before it are not. */
  void forgiveOne(String name) {
    tries.computeIfPresent(
        name, (same, made) -> made.count() > 1 ? new Tries(made.count() - 1, made.last()) : null);
  }

  private Duration penalty(int count) {
    Duration wait = first.multipliedBy(1L << Math.min(count - free, MAX_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private void makeRoom(Instant now) {
    Instant yesterday = now.minus(Duration.ofDays(1));
    tries.values().removeIf(made -> made.last().isBefore(yesterday));
    if (tries.size() >= MAX_NAMES) { // a flood of invented names: the mildest go
      tries.values().removeIf(made -> made.count() < free);
    }
    if (tries.size() >= MAX_NAMES) {
      tries.clear();
    }
  }
}

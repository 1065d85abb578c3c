// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.util.Optional;

/**
 * When to ask for the time: in rows close together, because the fastest of many ways tells most,
 * and seldom between them. A row comes after a connection, once more when the program has warmed
 * up, and before something is to start, at a moment of each pole's own. Instants are readings of
 * our counter, in nanoseconds. Immutable.
 *
 * @param share of the seconds among which a row before a start may begin, 0 to 1: this pole's own
 * @param isFirst true for the row after a connection
 * @param left questions of this row that are still to come, 0 or more
 * @param next when the next is due
 * @param began when this row began
 */
public record Questions(double share, boolean isFirst, int left, long next, long began) {
  static final int ROW = 12;

  private static final long CLOSE_NANOS = Duration.ofMillis(500).toNanos();
  private static final long SELDOM_NANOS = Duration.ofSeconds(64).toNanos();
  private static final long WARM_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long LATEST_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long SPREAD_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long APART_NANOS = Duration.ofSeconds(25).toNanos();

  /** A connection on which answers can be heard. */
  public static Questions from(long now, double share) {
    return new Questions(share, true, ROW, now, now);
  }

  private Questions row(long begins) {
    return new Questions(share, false, ROW, begins, begins);
  }

  /** The same, with a row of questions if something starts soon. */
  public Questions beforeStart(Optional<Long> start, long now) {
    long ahead = LATEST_NANOS + Math.round(share * SPREAD_NANOS);
    boolean soon = start.isPresent() && start.get() - now <= ahead;
    boolean over = left == 0 && now - began >= APART_NANOS;
    return soon && over ? row(now) : this;
  }

  /** True if one is to be asked now. */
  public boolean isDue(long now) {
    return now - next >= 0;
  }

  /** One was asked. */
  public Questions asked(long now) {
    if (left > 1) {
      return new Questions(share, isFirst, left - 1, now + CLOSE_NANOS, began);
    }
    return isFirst
        ? row(began + WARM_NANOS)
        : new Questions(share, false, 0, now + SELDOM_NANOS, began);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to have everything that is retained sent again, though the broker has a session of ours: at
 * the start, every six hours, because a broker that was killed may have lost what it queued, and
 * when other keys are obeyed, because what they sign may have come before they did. Otherwise a bad
 * link would pay for a week of plans each time it comes back. Not thread-safe.
 */
public final class RetainedAgain {
  private static final long EVERY_NANOS = Duration.ofHours(6).toNanos();

  private final LongSupplier nanos;
  private long wished = 1;
  private long granted;
  private long lastNanos;

  /**
   * Never asked for yet.
   *
   * @param nanos a counter nobody sets
   */
  public RetainedAgain(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** True if it is time to ask. */
  public boolean isDue() {
    return granted < wished || nanos.getAsLong() - lastNanos >= EVERY_NANOS;
  }

  /** From now on it is due until it is granted. */
  public void wish() {
    wished++;
  }

  /** What is asked for: to be given back when it is granted, for another wish may come between. */
  public long wished() {
    return wished;
  }

  /** It was asked for, and granted. */
  public void done(long asked) {
    granted = Math.max(granted, asked);
    lastNanos = nanos.getAsLong();
  }
}

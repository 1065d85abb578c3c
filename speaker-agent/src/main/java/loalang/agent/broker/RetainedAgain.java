// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to have everything that is retained sent again, though the broker has a session of ours: at
 * the start, and every six hours, because a broker that was killed may have lost what it queued.
 * Otherwise a bad link would pay for a week of plans each time it comes back. Not thread-safe.
 */
public final class RetainedAgain {
  private static final long EVERY_NANOS = Duration.ofHours(6).toNanos();

  private final LongSupplier nanos;
  private boolean ever;
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
    return !ever || nanos.getAsLong() - lastNanos >= EVERY_NANOS;
  }

  /** It was asked for, and granted. */
  public void done() {
    if (isDue()) {
      ever = true;
      lastNanos = nanos.getAsLong();
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: 250 ms, then twice as long each time up to half a
 * minute, each from half to the whole of it by chance, so that a village that lost its broker does
 * not come back in one instant. Not thread-safe.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 30_000;

  private final DoubleSupplier chance;
  private long millis = FIRST_MILLIS;

  /**
   * The shortest wait comes first.
   *
   * @param chance gives 0 to 1
   */
  public Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** How long to wait now; the next wait is longer. */
  public long nextMillis() {
    long wait = (long) (millis * (0.5 + chance.getAsDouble() / 2));
    millis = Math.min(LONGEST_MILLIS, millis * 2);
    return wait;
  }

  /** An attempt succeeded. */
  public void reset() {
    millis = FIRST_MILLIS;
  }
}

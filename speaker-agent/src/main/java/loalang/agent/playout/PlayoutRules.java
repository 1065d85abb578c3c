// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Duration;

/**
 * What this pole allows.
 *
 * @param quietHours when only an emergency sounds
 * @param mostWaiting how many airings may wait at once, 1 or more
 * @param patience how much longer than its frames an airing may take before the device counts as
 *     stuck, over 0
 * @throws IllegalArgumentException if a value is out of range
 */
public record PlayoutRules(QuietHours quietHours, int mostWaiting, Duration patience) {
  /** What a pole allows unless it is told otherwise. */
  public static final PlayoutRules DEFAULT =
      new PlayoutRules(QuietHours.DEFAULT, 256, Duration.ofSeconds(10));

  public PlayoutRules {
    if (mostWaiting < 1 || patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException(
          "At least one airing waits and patience is over 0, was %d and %s."
              .formatted(mostWaiting, patience));
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout.sabotage;

import java.time.Instant;

/** Wrong on purpose: a rule reads the clock. */
public final class RuleThatLooksAtTheClock {
  private RuleThatLooksAtTheClock() {}

  public static boolean isLate(Instant latestStart) {
    return Instant.now().isAfter(latestStart);
  }
}

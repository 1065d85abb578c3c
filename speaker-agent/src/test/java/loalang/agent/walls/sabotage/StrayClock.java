// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import java.time.Clock;

/** Wrong on purpose: another reader of time. */
public final class StrayClock {
  private StrayClock() {}

  public static long now() {
    return Clock.systemUTC().millis();
  }
}

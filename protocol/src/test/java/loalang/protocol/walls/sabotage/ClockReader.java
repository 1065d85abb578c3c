// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.walls.sabotage;

import java.time.Instant;

/** Wrong on purpose. */
public final class ClockReader {
  private ClockReader() {}

  /** Looks at the clock where nobody may. */
  public static Instant now() {
    return Instant.now();
  }
}

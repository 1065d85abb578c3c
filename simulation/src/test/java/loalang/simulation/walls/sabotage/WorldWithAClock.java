// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.walls.sabotage;

import java.time.Instant;

/** Looks at a real clock. */
public final class WorldWithAClock {
  /** The time of this machine. */
  public Instant now() {
    return Instant.now();
  }
}

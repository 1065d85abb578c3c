// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise.sabotage;

import java.time.Instant;

/** A rule of reading that asks what time it is. */
public final class ClockReadingRoom {
  private ClockReadingRoom() {}

  /** The forbidden question. */
  public static long now() {
    return Instant.now().toEpochMilli();
  }
}

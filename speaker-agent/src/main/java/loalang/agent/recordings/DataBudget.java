// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What recordings may cost in a day. Not thread-safe: the agent thread only. */
final class DataBudget {
  /** How much may be forgotten in a power cut. */
  private static final long TOLD_EVERY_BYTES = 256 * 1024;

  private final long bytesADay;
  private final ZoneId zone;
  private LocalDate day = LocalDate.MIN;
  private long spent;
  private long told;

  /**
   * A budget.
   *
   * @param bytesADay for what is planned; orders are not held up by it, but count
   * @param zone whose midnight counts
   */
  DataBudget(long bytesADay, ZoneId zone) {
    this.bytesADay = bytesADay;
    this.zone = zone;
  }

  /** What a journal tells. */
  void remember(LocalDate when, long bytes) {
    day = when;
    spent = bytes;
    told = bytes;
  }

  boolean allows(long bytes, Instant now) {
    turn(now);
    return spent + bytes <= bytesADay;
  }

  /** Bytes came; true if the sum is to be told. */
  boolean spend(long bytes, Instant now) {
    turn(now);
    spent += bytes;
    if (spent - told < TOLD_EVERY_BYTES) {
      return false;
    }
    told = spent;
    return true;
  }

  private void turn(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (!today.equals(day)) {
      remember(today, 0);
    }
  }

  LocalDate day() {
    return day;
  }

  long spent() {
    return spent;
  }
}

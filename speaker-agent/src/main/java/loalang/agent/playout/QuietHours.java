// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Daily window in which only an emergency sounds: from inclusive, until exclusive, may cross
 * midnight.
 *
 * @param from first quiet minute
 * @param until first minute that is not quiet any more, different from from
 * @param zone whose wall clock counts
 * @throws IllegalArgumentException if from equals until
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
  /** Whose wall clock the poles go by. */
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** 21:00 to 05:30 in Vietnam: what a pole enforces unless it is told otherwise. */
  public static final QuietHours DEFAULT =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(5, 30), VIETNAM);

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException(
          "Quiet hours have a beginning and another end, was %s to %s.".formatted(from, until));
    }
  }

  /** True if this instant is quiet. */
  public boolean cover(Instant instant) {
    LocalTime time = LocalTime.ofInstant(instant, zone);
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  /** The next beginning of quiet hours after this instant. */
  public Instant nextBeginning(Instant after) {
    ZonedDateTime today = after.atZone(zone).with(from);
    ZonedDateTime next = today.toInstant().isAfter(after) ? today : today.plusDays(1);
    return next.toInstant();
  }
}

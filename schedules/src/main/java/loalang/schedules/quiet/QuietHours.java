// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quiet;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The daily window without programmes.
 *
 * @param from inclusive
 * @param until exclusive; may be before {@code from}: the window then crosses midnight
 * @param zone where the clock on the wall hangs
 * @throws IllegalArgumentException if both ends are the same minute of the day
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
  /** 21:00 to 05:30 in Vietnam: what holds when nobody said otherwise. */
  public static final QuietHours USUAL =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(5, 30), ZoneId.of("Asia/Ho_Chi_Minh"));

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException(
          "Quiet hours need two different ends, both were %s.".formatted(from));
    }
  }

  /** True if nothing but an emergency may sound at this instant. */
  public boolean cover(Instant instant) {
    LocalTime time = LocalTime.ofInstant(instant, zone);
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  /** True if any moment from start inclusive to end exclusive is quiet. */
  public boolean touch(Instant start, Instant end) {
    return cover(start) || nextBeginning(start).isBefore(end);
  }

  private Instant nextBeginning(Instant after) {
    ZonedDateTime here = after.atZone(zone);
    ZonedDateTime today = here.toLocalDate().atTime(from).atZone(zone);
    return (today.toInstant().isAfter(after)
            ? today
            : here.toLocalDate().plusDays(1).atTime(from).atZone(zone))
        .toInstant();
  }

  @Override
  public String toString() {
    return from + "–" + until;
  }
}

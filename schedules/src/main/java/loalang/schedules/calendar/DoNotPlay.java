// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * A time in which a place is to be left in peace: national mourning, an exam, a funeral, school
 * hours, a hospital.
 *
 * @param id given again, it replaces the one before
 * @param title as it is shown in the reason: "Quốc tang"
 * @param season on which days
 * @param from first moment of the day, inclusive
 * @param until end of the day's window, exclusive; midnight (00:00) means the end of the day
 * @param zones where; empty means everywhere
 * @param letsThrough the lowest priority that may sound all the same
 * @throws IllegalArgumentException if the window ends before it begins
 */
public record DoNotPlay(
    String id,
    String title,
    Season season,
    LocalTime from,
    LocalTime until,
    Set<PagingZone> zones,
    Priority letsThrough) {
  public DoNotPlay {
    zones = Set.copyOf(zones);
    if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "A do-not-play window runs forward within a day, was %s to %s.".formatted(from, until));
    }
  }

  /** The instant the window of this day opens. */
  public Instant opens(LocalDate day) {
    return day.atTime(from).atZone(season.timeZone()).toInstant();
  }

  /** The first instant after the window of this day. */
  public Instant closes(LocalDate day) {
    return until.equals(LocalTime.MIDNIGHT)
        ? day.plusDays(1).atStartOfDay(season.timeZone()).toInstant()
        : day.atTime(until).atZone(season.timeZone()).toInstant();
  }

  /** True if something of this priority that sounds from start to end would break the peace. */
  public boolean forbids(Priority priority, Instant start, Instant end) {
    if (priority.compareTo(letsThrough) >= 0) {
      return false;
    }
    LocalDate first = LocalDate.ofInstant(start, season.timeZone());
    return Stream.of(first, first.plusDays(1)) // a long item may reach into the next day
        .filter(season::holds)
        .anyMatch(day -> start.isBefore(closes(day)) && opens(day).isBefore(end));
  }
}

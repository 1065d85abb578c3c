// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import loalang.controller.console.frame.Visit;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * What somebody wants to see.
 *
 * @param view how much
 * @param day some day of it
 * @param place only there; empty for everywhere
 * @param time of the question "what sounds there then?"; empty if it is not asked
 */
public record ScheduleQuery(
    View view, LocalDate day, Optional<PagingZone> place, Optional<LocalTime> time) {

  /** What stands in the address; throws AIRING_TIME_INVALID. */
  static ScheduleQuery of(Visit visit, LocalDate today) {
    return new ScheduleQuery(
        View.of(visit.query("view")),
        visit.query("day").map(text -> parsed(text, LocalDate::parse)).orElse(today),
        visit.query("place").map(PagingZone::new),
        visit.query("time").map(text -> parsed(text, LocalTime::parse)));
  }

  static <T> T parsed(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          new Problem(
              "AIRING_TIME_INVALID",
              "\"%s\" is no day or hour.".formatted(text),
              "Choose a day as 2026-11-25 and an hour as 05:41."),
          e);
    }
  }

  /** The instant that is asked about, if one is. */
  Optional<Instant> instant(ZoneId zone) {
    return time.map(hour -> day.atTime(hour).atZone(zone).toInstant());
  }

  /** The same in another view. */
  public String path(View other) {
    return path(other, day);
  }

  /** The same view some steps later, or earlier if negative. */
  public String path(int steps) {
    return path(view, day.plusDays((long) steps * view.count()));
  }

  /** Another day in another view. */
  public String path(View other, LocalDate date) {
    return "/schedule?view=%s&day=%s%s"
        .formatted(other.word(), date, place.map(where -> "&place=" + where).orElse(""));
  }
}

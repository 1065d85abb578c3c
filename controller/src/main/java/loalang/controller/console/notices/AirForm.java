// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loalang.controller.console.frame.Visit;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Where and when, as it stands in the form.
 *
 * @param zones that are ticked
 * @param now whether at once
 * @param date otherwise, as 2026-11-22
 * @param time otherwise, as 05:45
 * @param priority how urgent
 */
public record AirForm(
    Set<PagingZone> zones, boolean now, String date, String time, Priority priority) {
  public AirForm {
    zones = Set.copyOf(zones);
  }

  static AirForm of(Visit visit) {
    return new AirForm(
        visit.fields("zone").stream().map(PagingZone::new).collect(Collectors.toSet()),
        !visit.field("when").equals("later"),
        visit.field("date"),
        visit.field("time"),
        TypedForm.priority(visit.field("priority")));
  }

  /** When it shall start; empty for at once. Throws AIRING_TIME_INVALID. */
  Optional<Instant> start(ZoneId zone) {
    if (now) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(date).atTime(LocalTime.parse(time)).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          new Problem(
              "AIRING_TIME_INVALID",
              "\"%s %s\" is no day and hour.".formatted(date, time),
              "Choose a day and an hour, or choose to air it now."),
          e);
    }
  }

  /** The zones in order; throws AIRING_WITHOUT_ZONE if none is ticked. */
  Set<PagingZone> where() {
    if (zones.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "AIRING_WITHOUT_ZONE",
              "No zone was chosen.",
              "Tick the zones whose loudspeakers shall sound."));
    }
    return new TreeSet<>(zones);
  }
}

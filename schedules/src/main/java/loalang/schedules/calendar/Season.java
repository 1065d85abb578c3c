// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * On which days something happens, before holidays are looked at.
 *
 * @param timeZone what its dates and wall-clock times mean
 * @param span from which day to which
 * @param weekdays on which of them; at least one
 * @param holidays what a public holiday changes
 * @param except dates on which it does not happen all the same
 * @throws IllegalArgumentException if there is no weekday
 */
public record Season(
    ZoneId timeZone,
    DateSpan span,
    Set<DayOfWeek> weekdays,
    HolidayRule holidays,
    Set<LocalDate> except) {

  /** What a public holiday changes. */
  public enum HolidayRule {
    /** A holiday is a day like any other. */
    PLAY,
    /** Nothing happens on a holiday. */
    SKIP,
    /** It happens on holidays alone. */
    ONLY
  }

  public Season {
    weekdays = Set.copyOf(weekdays);
    except = Set.copyOf(except);
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("At least one weekday is needed; there is none.");
    }
  }

  /** A season without exceptions. */
  public Season(ZoneId timeZone, DateSpan span, Set<DayOfWeek> weekdays, HolidayRule holidays) {
    this(timeZone, span, weekdays, holidays, Set.of());
  }

  /** Every day, for ever, holidays too. */
  public static Season always(ZoneId timeZone) {
    return new Season(timeZone, DateSpan.ALWAYS, Set.of(DayOfWeek.values()), HolidayRule.PLAY);
  }

  /** True if the date lies in the span, on one of the weekdays, and is no exception. */
  public boolean holds(LocalDate date) {
    return span.holds(date) && weekdays.contains(date.getDayOfWeek()) && !except.contains(date);
  }

  /** True if the holiday rule lets this day be. */
  public boolean agrees(boolean isHoliday) {
    return switch (holidays) {
      case PLAY -> true;
      case SKIP -> !isHoliday;
      case ONLY -> isHoliday;
    };
  }
}

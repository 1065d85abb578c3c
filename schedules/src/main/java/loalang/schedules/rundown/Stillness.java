// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.schedules.calendar.Holidays;
import loalang.schedules.quiet.QuietHours;

/**
 * A stretch of time that is not like others: nothing but the urgent is to sound, or programmes may
 * pause.
 *
 * @param kind why
 * @param title of the window or the holiday; empty for quiet hours
 * @param window when
 * @param zones where, as it was written; empty means everywhere
 */
public record Stillness(Kind kind, String title, Window window, Set<PagingZone> zones) {

  /** Why a stretch of time is not like others. */
  public enum Kind {
    /** Every night. */
    QUIET_HOURS,
    /** Mourning, an exam, a funeral. */
    DO_NOT_PLAY,
    /** A public holiday, the whole day; each programme says what that means to it. */
    HOLIDAY
  }

  public Stillness {
    zones = Set.copyOf(zones);
  }

  /** Every stretch that touches a window, earliest first. */
  public static List<Stillness> in(Window window, DayPlans plans) {
    Timetable timetable = plans.timetable();
    PlanningRules rules = plans.rules().with(timetable.holidays());
    List<Stillness> all = new ArrayList<>();
    ZoneId zone = rules.quiet().zone();
    LocalDate first = LocalDate.ofInstant(window.from(), zone).minusDays(1);
    LocalDate last = LocalDate.ofInstant(window.until(), zone);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      all.add(new Stillness(Kind.QUIET_HOURS, "", night(rules.quiet(), day), Set.of()));
      holiday(rules.holidays(), day, zone, all);
    }
    Peace.in(window, timetable.doNotPlay().values(), rules.holidays())
        .stretches()
        .forEach(
            peace ->
                all.add(
                    new Stillness(
                        Kind.DO_NOT_PLAY,
                        peace.rule().title(),
                        peace.window(),
                        peace.rule().zones())));
    return all.stream()
        .filter(still -> still.window().meets(window))
        .sorted(Comparator.comparing(still -> still.window().from()))
        .toList();
  }

  private static Window night(QuietHours quiet, LocalDate evening) {
    LocalDate morning =
        quiet.from().isBefore(quiet.until()) ? evening : evening.plusDays(1); // over midnight
    return new Window(
        at(evening, quiet.from(), quiet.zone()), at(morning, quiet.until(), quiet.zone()));
  }

  private static void holiday(Holidays holidays, LocalDate day, ZoneId zone, List<Stillness> all) {
    Window whole =
        new Window(
            at(day, LocalTime.MIDNIGHT, zone), at(day.plusDays(1), LocalTime.MIDNIGHT, zone));
    holidays.on(day).ifPresent(name -> all.add(new Stillness(Kind.HOLIDAY, name, whole, Set.of())));
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}

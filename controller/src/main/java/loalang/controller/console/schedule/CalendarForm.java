// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.Visit;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.calendar.Season.HolidayRule;

/**
 * A time of peace or a holiday, as it stands in the form.
 *
 * @param holiday true for a holiday
 * @param title as it is shown in the reason
 * @param first day, as 2026-11-25; of a holiday the only one
 * @param last day, inclusive; empty for the first day alone
 * @param hours from and until, as 07:00; empty for the whole day
 * @param zones that are ticked; none means everywhere
 * @param lets the lowest priority that may sound all the same
 */
public record CalendarForm(
    boolean holiday,
    String title,
    String first,
    String last,
    Hours hours,
    Set<String> zones,
    String lets) {
  static final CalendarForm EMPTY =
      new CalendarForm(false, "", "", "", new Hours("", ""), Set.of(), "emergency");
  private static final int SOME = 8;

  public CalendarForm {
    zones = Set.copyOf(zones);
  }

  /**
   * A part of a day.
   *
   * @param from inclusive; empty for midnight
   * @param until exclusive; empty for midnight
   */
  public record Hours(String from, String until) {}

  static CalendarForm of(Visit visit) {
    return new CalendarForm(
        visit.field("kind").equals("holiday"),
        visit.field("title"),
        visit.field("first"),
        visit.field("last"),
        new Hours(visit.field("from"), visit.field("until")),
        Set.copyOf(visit.fields("zone")),
        visit.field("lets"));
  }

  /** What is meant; throws what is missing or wrong. */
  Thing read(ZoneId zone) {
    if (title.isBlank()) {
      throw problem(
          "PLAN_TITLE_MISSING", "The day has no name.", "Write why it is not like others.");
    }
    LocalDate begin = parsed(first, LocalDate::parse);
    if (holiday) {
      return new Thing.OfHoliday(begin, title);
    }
    LocalDate end = last.isEmpty() ? begin : parsed(last, LocalDate::parse);
    if (end.isBefore(begin)) {
      throw wrong("%s comes before %s.".formatted(last, first));
    }
    Season days = Season.always(zone);
    Season season = new Season(zone, new DateSpan(begin, end), days.weekdays(), HolidayRule.PLAY);
    LocalTime from = time(hours.from());
    LocalTime until = time(hours.until());
    if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
      throw wrong("%s comes before %s.".formatted(hours.until(), hours.from()));
    }
    return new Thing.OfPeace(
        new DoNotPlay(freshId(), title, season, from, until, places(), lowest()));
  }

  private Set<PagingZone> places() {
    return zones.stream().map(PagingZone::new).collect(Collectors.toSet());
  }

  private Priority lowest() {
    return lets.equals(Priority.PRIORITY.wireName()) ? Priority.PRIORITY : Priority.EMERGENCY;
  }

  private static String freshId() {
    String some = UUID.randomUUID().toString().replace("-", "").substring(0, SOME);
    return "de-yen-" + some.toLowerCase(Locale.ROOT);
  }

  private static LocalTime time(String text) {
    return text.isEmpty() ? LocalTime.MIDNIGHT : parsed(text, LocalTime::parse);
  }

  private static <T> T parsed(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      throw wrong("\"%s\" is no day or hour.".formatted(text));
    }
  }

  private static ProblemException wrong(String what) {
    return problem(
        "PLAN_DAYS_INVALID", what, "Choose a first day, a later last day or none, and hours.");
  }

  private static ProblemException problem(String code, String what, String next) {
    return new ProblemException(new Problem(code, what, next));
  }
}

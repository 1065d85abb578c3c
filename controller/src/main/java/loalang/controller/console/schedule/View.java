// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of the schedule is looked at, and as what. */
public enum View {
  /** A week of every place on lines, and as a list. */
  WEEK,
  /** One day on wide lines, and as a list. */
  DAY,
  /** A week as a list alone. */
  LIST;

  private static final int WEEK_DAYS = 7;

  /** The view of a word in the address; a week if it is none of them. */
  static View of(Optional<String> word) {
    return Stream.of(values())
        .filter(view -> word.filter(view.word()::equals).isPresent())
        .findFirst()
        .orElse(WEEK);
  }

  /** As it stands in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day that is shown together with this one. */
  LocalDate first(LocalDate day) {
    return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The days that are shown together with this one. */
  List<LocalDate> days(LocalDate day) {
    LocalDate first = first(day);
    return first.datesUntil(first.plusDays(count())).toList();
  }

  /** How many days are shown. */
  int count() {
    return this == DAY ? 1 : WEEK_DAYS;
  }
}

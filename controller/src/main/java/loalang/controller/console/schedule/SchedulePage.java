// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.clockwork.SheetVersion;
import loalang.protocol.PagingZone;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.Stillness;

/**
 * What is planned for a week or a day.
 *
 * @param query what was asked for
 * @param now the present instant
 * @param days that are shown
 * @param rows each place's days
 * @param doubts what stands in the way, each reason once
 * @param places there are, by name
 * @param editing what can be changed by a form, and what was changed lately
 * @param answer to "what sounds there then?", if it was asked
 */
public record SchedulePage(
    ScheduleQuery query,
    Instant now,
    List<Day> days,
    List<Row> rows,
    List<Doubt> doubts,
    List<PagingZone> places,
    Editing editing,
    Optional<Answer> answer) {
  public SchedulePage {
    days = List.copyOf(days);
    rows = List.copyOf(rows);
    doubts = List.copyOf(doubts);
    places = List.copyOf(places);
  }

  /**
   * What can be changed by a form, and what was changed lately.
   *
   * @param keys of the things
   * @param lately the last changes, the newest first
   */
  public record Editing(Set<String> keys, List<SheetVersion> lately) {
    public Editing {
      keys = Set.copyOf(keys);
      lately = List.copyOf(lately);
    }
  }

  /** The same for somebody who may change nothing. */
  SchedulePage toLookAt() {
    Editing none = new Editing(Set.of(), editing.lately());
    return new SchedulePage(query, now, days, rows, doubts, places, none, answer);
  }

  /** Where a line can be changed, if it can. */
  public Optional<String> editor(Entry entry) {
    if (entry.told().isPresent()) {
      return Optional.empty();
    }
    String key =
        entry.source().map(id -> "campaigns/" + id).orElseGet(() -> "one-offs/" + entry.id());
    Optional<String> session =
        entry
            .source()
            .filter(id -> editing.keys().contains("programmes/" + id))
            .map(id -> "/schedule/sessions/" + id);
    return session.or(
        () -> Optional.of("/schedule/items/" + key).filter(path -> editing.keys().contains(key)));
  }

  /** True if some of the days have begun: the log tells of them. */
  public boolean isPast() {
    return days.stream().flatMap(day -> day.entries().stream()).anyMatch(e -> e.told().isPresent());
  }

  /** True if some of what is shown is planned. */
  public boolean isPlanned() {
    return days.stream().flatMap(day -> day.entries().stream()).anyMatch(e -> e.told().isEmpty());
  }

  /**
   * A day with all that stands in it.
   *
   * @param date which
   * @param isToday whether it is
   * @param notes holidays and times of peace
   * @param entries earliest first
   */
  public record Day(LocalDate date, boolean isToday, List<String> notes, List<Entry> entries) {}

  /**
   * The days of one place.
   *
   * @param place its name
   * @param strips one for each day
   */
  public record Row(PagingZone place, List<DayStrip> strips) {}

  /**
   * Something that stands in the way, perhaps day after day.
   *
   * @param title of what is not heard as asked
   * @param conflict the first time
   * @param times how often in the days that are shown
   * @param first when for the first time, if it has an instant
   */
  public record Doubt(String title, Conflict conflict, long times, Optional<Instant> first) {}

  /**
   * What sounds at a place at an instant.
   *
   * @param place where
   * @param at when
   * @param sounding mostly one or none; from the log if it is past
   * @param stillness why it may be silent; nobody knows of the past
   * @param next what comes next there within a day, if anything does
   */
  public record Answer(
      PagingZone place,
      Instant at,
      List<Entry> sounding,
      List<Stillness> stillness,
      Optional<Entry> next) {
    /** True if it is over. */
    public boolean isPast(Instant now) {
      return at.isBefore(now);
    }
  }
}

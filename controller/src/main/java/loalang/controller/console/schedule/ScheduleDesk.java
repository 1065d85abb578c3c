// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.ItemDesk;
import loalang.controller.clockwork.SheetVersion;
import loalang.controller.clockwork.Survey;
import loalang.controller.console.schedule.SchedulePage.Answer;
import loalang.controller.console.schedule.SchedulePage.Day;
import loalang.controller.console.schedule.SchedulePage.Doubt;
import loalang.controller.console.schedule.SchedulePage.Editing;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.PagingZone;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.rundown.Window;

/** Puts the days together from what the rooms know. On the event loop. */
final class ScheduleDesk {
  private static final int LATELY = 3;
  private static final int NOTICES = 2_000;

  private final Rooms rooms;
  private final ZoneId zone;

  ScheduleDesk(Rooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
  }

  LocalDate today() {
    return rooms.timetable().outlook().now().atZone(zone).toLocalDate();
  }

  Future<SchedulePage> page(ScheduleQuery query) {
    List<LocalDate> days = query.view().days(query.day());
    Window window = new Window(midnight(days.get(0)), midnight(days.get(days.size() - 1), 1));
    Future<Survey> survey =
        rooms.timetable().outlook().survey(new TreeSet<>(rooms.roster().zones()), window);
    Future<List<NoticeCard>> notices = rooms.desks().studio().newest(NOTICES);
    Future<Editing> editing = editing();
    return Future.all(survey, notices, editing)
        .compose(
            known -> {
              Names names = Names.of(notices.result());
              return answer(query, survey.result(), names)
                  .map(
                      answer ->
                          put(query, new Known(survey.result(), names, editing.result()), answer));
            });
  }

  private record Known(Survey survey, Names names, Editing editing) {}

  private Future<Editing> editing() {
    Future<List<ItemDesk.Found>> things = rooms.timetable().items().all();
    Future<List<SheetVersion>> lately = rooms.timetable().history().lately(LATELY);
    return Future.all(things, lately)
        .map(
            known ->
                new Editing(
                    things.result().stream()
                        .map(found -> found.thing().key().toString())
                        .collect(Collectors.toSet()),
                    lately.result()));
  }

  private SchedulePage put(ScheduleQuery query, Known known, Optional<Answer> answer) {
    Survey survey = known.survey();
    Names names = known.names();
    List<LocalDate> dates = query.view().days(query.day());
    List<Entry> entries =
        query
            .place()
            .map(place -> survey.places().getOrDefault(place, Survey.Here.NOTHING))
            .map(here -> entries(here.items(), here.conflicts(), survey, names))
            .orElseGet(
                () ->
                    entries(survey.rundown().items(), survey.rundown().conflicts(), survey, names));
    List<SchedulePage.Row> rows = new ArrayList<>();
    survey
        .places()
        .forEach(
            (place, here) -> {
              if (query.place().map(place::equals).orElse(true)) {
                List<Entry> there = entries(here.items(), here.conflicts(), survey, names);
                rows.add(
                    new SchedulePage.Row(
                        place,
                        dates.stream().map(date -> strip(date, there, here.stillness())).toList()));
              }
            });
    return new SchedulePage(
        query,
        rooms.timetable().outlook().now(),
        dates.stream().map(date -> day(date, entries, survey.stillness())).toList(),
        rows,
        doubts(entries),
        List.copyOf(survey.places().keySet()),
        known.editing(),
        answer);
  }

  private List<Entry> entries(
      List<PlannedItem> items, List<Conflict> conflicts, Survey survey, Names names) {
    List<Entry> entries = new ArrayList<>();
    items.forEach(item -> entries.add(Entry.of(item, names.of(item))));
    for (Conflict conflict : conflicts) {
      if (conflict.outcome() != Conflict.Outcome.MOVED) { // what was moved is heard, and listed
        start(conflict)
            .ifPresent(start -> entries.add(Entry.of(conflict, start, names.of(conflict, survey))));
      }
    }
    entries.sort(Comparator.comparing(Entry::start).thenComparing(Entry::id));
    return entries;
  }

  private static Optional<Instant> start(Conflict conflict) {
    return conflict
        .toRelease()
        .map(held -> held.what().start())
        .or(conflict.airing()::plannedStart);
  }

  private DayStrip strip(LocalDate date, List<Entry> entries, List<Stillness> stillness) {
    Window day = window(date);
    return new DayStrip(
        day,
        stillness.stream().filter(still -> still.window().meets(day)).toList(),
        entries.stream()
            .filter(entry -> day.holds(entry.start()))
            .map(entry -> new DayStrip.Mark(entry, entry.colour()))
            .toList());
  }

  private Day day(LocalDate date, List<Entry> entries, List<Stillness> stillness) {
    Window day = window(date);
    List<String> notes =
        stillness.stream()
            .filter(still -> still.kind() != Stillness.Kind.QUIET_HOURS)
            .filter(still -> still.window().meets(day))
            .map(Stillness::title)
            .distinct()
            .toList();
    return new Day(
        date,
        date.equals(today()),
        notes,
        entries.stream().filter(entry -> day.holds(entry.start())).toList());
  }

  private static List<Doubt> doubts(List<Entry> entries) {
    Map<String, Doubt> doubts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      entry
          .obstacle()
          .ifPresent(
              conflict -> {
                String reason =
                    entry.source().orElse(entry.id()) + conflict.why().code() + conflict.outcome();
                Doubt first = new Doubt(entry.title(), conflict, 1, Optional.of(entry.start()));
                doubts.merge(
                    reason,
                    first,
                    (known, more) ->
                        new Doubt(
                            known.title(), known.conflict(), known.times() + 1, known.first()));
              });
    }
    return List.copyOf(doubts.values());
  }

  private Future<Optional<Answer>> answer(ScheduleQuery query, Survey survey, Names names) {
    Optional<Instant> at = query.instant(zone);
    if (at.isEmpty() || query.place().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    PagingZone place = query.place().get();
    Window after = new Window(at.get(), at.get().plus(Duration.ofDays(1)));
    Future<List<PlannedItem>> sounding = rooms.timetable().outlook().soundingAt(place, at.get());
    return sounding
        .compose(items -> rooms.timetable().outlook().rundown(Optional.of(place), after))
        .map(
            rundown ->
                Optional.of(
                    new Answer(
                        place,
                        at.get(),
                        sounding.result().stream().map(item -> line(item, names)).toList(),
                        survey
                            .places()
                            .getOrDefault(place, Survey.Here.NOTHING)
                            .stillness()
                            .stream()
                            .filter(still -> still.window().holds(at.get()))
                            .toList(),
                        rundown.items().stream()
                            .filter(item -> item.cue().start().isAfter(at.get()))
                            .findFirst()
                            .map(item -> line(item, names)))));
  }

  private static Answer.Line line(PlannedItem item, Names names) {
    return new Answer.Line(item, names.of(item));
  }

  private Window window(LocalDate date) {
    return new Window(midnight(date), midnight(date, 1));
  }

  private Instant midnight(LocalDate date, int later) {
    return midnight(date.plusDays(later));
  }

  private Instant midnight(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}

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
import loalang.controller.ledger.Question;
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
  private static final Duration LONGEST = Duration.ofHours(2);

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
    Future<Past> past = past(window);
    return Future.all(survey, notices, editing, past)
        .map(
            all ->
                new Known(
                    survey.result(), Names.of(notices.result()), editing.result(), past.result()))
        .compose(known -> answer(query, known).map(answer -> put(query, known, answer)));
  }

  private record Known(Survey survey, Names names, Editing editing, Past past) {
    Survey.Here at(PagingZone place) {
      return survey.places().getOrDefault(place, Survey.Here.NOTHING);
    }
  }

  private Future<Past> past(Window window) {
    Instant now = rooms.timetable().outlook().now();
    Instant until = now.isBefore(window.until()) ? now : window.until();
    return until.isAfter(window.from())
        ? rooms.log().search(Question.all(window.from(), until)).map(told -> Past.of(now, told))
        : Future.succeededFuture(new Past(now, List.of()));
  }

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
    List<LocalDate> dates = query.view().days(query.day());
    List<Entry> entries =
        query
            .place()
            .map(place -> entries(place, known))
            .orElseGet(
                () ->
                    inOrder(
                        known
                            .past()
                            .and(
                                plans(
                                    survey.rundown().items(),
                                    survey.rundown().conflicts(),
                                    known))));
    List<SchedulePage.Row> rows = new ArrayList<>();
    survey
        .places()
        .forEach(
            (place, here) -> {
              if (query.place().map(place::equals).orElse(true)) {
                List<Entry> there = entries(place, known);
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

  private List<Entry> entries(PagingZone place, Known known) {
    Survey.Here here = known.at(place);
    return inOrder(known.past().in(here.names()).and(plans(here.items(), here.conflicts(), known)));
  }

  private static List<Entry> inOrder(List<Entry> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(Entry::start).thenComparing(Entry::id))
        .toList();
  }

  private static List<Entry> plans(List<PlannedItem> items, List<Conflict> conflicts, Known known) {
    List<Entry> entries = new ArrayList<>();
    items.forEach(item -> entries.add(Entry.of(item, known.names().of(item))));
    for (Conflict conflict : conflicts) {
      if (conflict.outcome() != Conflict.Outcome.MOVED) { // what was moved is heard, and listed
        String title = known.names().of(conflict, known.survey());
        start(conflict).ifPresent(start -> entries.add(Entry.of(conflict, start, title)));
      }
    }
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
        date.isBefore(today()) // what was quiet then, nobody wrote down
            ? List.of()
            : stillness.stream().filter(still -> still.window().meets(day)).toList(),
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
            .filter(still -> still.window().meets(day) && !date.isBefore(today()))
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

  private Future<Optional<Answer>> answer(ScheduleQuery query, Known known) {
    Optional<Instant> at = query.instant(zone);
    if (at.isEmpty() || query.place().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    PagingZone place = query.place().get();
    return at.get().isBefore(known.past().now())
        ? was(place, at.get(), known)
        : willBe(place, at.get(), known);
  }

  private Future<Optional<Answer>> was(PagingZone place, Instant at, Known known) {
    Window around = new Window(at.minus(LONGEST), at.plus(Duration.ofDays(1)));
    return past(around)
        .map(
            past -> {
              List<Entry> told = inOrder(past.in(known.at(place).names()).and(List.of()));
              return Optional.of(
                  new Answer(
                      place,
                      at,
                      told.stream().filter(entry -> entry.soundsAt(at)).toList(),
                      List.of(),
                      told.stream()
                          .filter(Entry::isHeard)
                          .filter(entry -> entry.start().isAfter(at))
                          .findFirst()));
            });
  }

  private Future<Optional<Answer>> willBe(PagingZone place, Instant at, Known known) {
    Window after = new Window(at, at.plus(Duration.ofDays(1)));
    Future<List<PlannedItem>> sounding = rooms.timetable().outlook().soundingAt(place, at);
    return sounding
        .compose(items -> rooms.timetable().outlook().rundown(Optional.of(place), after))
        .map(
            rundown ->
                Optional.of(
                    new Answer(
                        place,
                        at,
                        plans(sounding.result(), List.of(), known),
                        known.at(place).stillness().stream()
                            .filter(still -> still.window().holds(at))
                            .toList(),
                        plans(rundown.items(), List.of(), known).stream()
                            .filter(entry -> entry.start().isAfter(at))
                            .findFirst())));
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

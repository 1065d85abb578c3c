// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loalang.controller.api.Rooms;
import loalang.controller.approval.Emergency;
import loalang.controller.clockwork.Outlook;
import loalang.controller.console.frame.HeldWish;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AiringState;
import loalang.controller.plans.Readiness;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Window;

/** Puts the day together from what the rooms know. On the event loop. */
final class TodayDesk {
  private static final int AIRINGS = 200;
  private static final int FEW = 5;
  private static final Duration READY_HORIZON = Duration.ofHours(24);

  private final Rooms rooms;
  private final ZoneId zone;

  TodayDesk(Rooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
  }

  Future<Today> today() {
    Instant now = rooms.timetable().outlook().now();
    LocalDate day = now.atZone(zone).toLocalDate();
    Window window =
        new Window(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    Future<Outlook.ByZone> plan =
        rooms.timetable().outlook().byZone(new TreeSet<>(rooms.roster().zones()), window);
    Future<List<AiringRecord>> airings = rooms.log().newest(AIRINGS);
    Future<List<HeldWish>> held = HeldWish.all(rooms);
    Future<List<Readiness>> ready = rooms.delivery().readiness().coming(READY_HORIZON);
    Future<List<Emergency>> emergencies = rooms.people().emergencies().waiting();
    return Future.all(plan, airings, held, ready, emergencies)
        .map(
            all ->
                put(
                    now,
                    window,
                    new Known(
                        plan.result(),
                        airings.result(),
                        held.result(),
                        ready.result(),
                        emergencies.result())));
  }

  private record Known(
      Outlook.ByZone plan,
      List<AiringRecord> airings,
      List<HeldWish> held,
      List<Readiness> ready,
      List<Emergency> emergencies) {}

  private Today put(Instant now, Window day, Known known) {
    List<AiringRecord> airings =
        known.airings().stream().filter(airing -> day.holds(airing.planned().start())).toList();
    List<Coming> coming =
        Coming.of(known.plan().rundown().items(), known.ready(), now, day.until());
    return new Today(
        now,
        airings.stream().filter(airing -> airing.word().equals("on-air")).toList(),
        coming.subList(0, Math.min(FEW, coming.size())),
        lines(now, day.from(), known.plan(), airings),
        airings.stream().filter(TodayDesk::isOver).limit(FEW).toList(),
        new Today.Waiting(
            rooms.people().checkup().broken(),
            known.emergencies(),
            known.held(),
            conflicts(known.plan().rundown()),
            airings.stream().filter(TodayDesk::isUnproven).toList()),
        rooms.roster().all());
  }

  /** What is not heard as asked; what a second person can let through waits among the held. */
  private static List<Conflict> conflicts(Rundown rundown) {
    Map<Problem, Conflict> byReason = new LinkedHashMap<>();
    rundown.conflicts().stream()
        .filter(conflict -> conflict.outcome() != Conflict.Outcome.MOVED)
        .filter(conflict -> conflict.toRelease().isEmpty())
        .forEach(conflict -> byReason.putIfAbsent(conflict.why(), conflict));
    return List.copyOf(byReason.values());
  }

  private List<DayLine> lines(
      Instant now, Instant midnight, Outlook.ByZone plan, List<AiringRecord> airings) {
    Map<String, AiringRecord> byId = new LinkedHashMap<>();
    airings.forEach(airing -> byId.put(airing.planned().id().value(), airing));
    List<DayLine> lines = new ArrayList<>();
    for (PagingZone place : new TreeSet<>(plan.items().keySet())) {
      List<Speaker> here = rooms.roster().all().stream().filter(s -> s.isIn(place)).toList();
      lines.add(
          new DayLine(
              place.value(),
              here.stream().filter(Speaker::isOnline).count(),
              here.size(),
              blocks(toTell(plan, place, byId, now), byId, place),
              midnight));
    }
    return lines;
  }

  /** What is planned and to come, or was aired: today's sheets may be newer than this morning. */
  private static List<PlannedItem> toTell(
      Outlook.ByZone plan, PagingZone place, Map<String, AiringRecord> airings, Instant now) {
    return plan.items().getOrDefault(place, List.of()).stream()
        .filter(item -> item.end().isAfter(now) || airings.containsKey(item.cue().id().value()))
        .toList();
  }

  private static List<Block> blocks(
      List<PlannedItem> items, Map<String, AiringRecord> airings, PagingZone place) {
    List<Block> blocks = new ArrayList<>();
    Set<String> planned = new HashSet<>();
    for (PlannedItem item : items) {
      String id = item.cue().id().value();
      planned.add(id);
      blocks.add(Block.of(item, Optional.ofNullable(airings.get(id))));
    }
    airings.forEach(
        (id, airing) -> {
          if (!planned.contains(id) && airing.planned().zones().contains(place)) {
            blocks.add(Block.of(airing));
          }
        });
    blocks.sort(Comparator.comparing(Block::start).thenComparing(Block::id));
    return blocks;
  }

  private static boolean isOver(AiringRecord airing) {
    return !airing.word().equals("planned") && !airing.word().equals("on-air");
  }

  private static boolean isUnproven(AiringRecord airing) {
    return airing.speakers().values().stream()
        .anyMatch(state -> state instanceof AiringState.Missing);
  }
}

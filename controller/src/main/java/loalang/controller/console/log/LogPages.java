// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.console.sheets.SheetDesk;
import loalang.controller.console.sheets.SheetKind;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.Evidence;
import loalang.controller.ledger.Tally;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.ProblemException;

/** The door: the log, the proof of an airing, the month's report. On the event loop. */
public final class LogPages {
  private final PageDoor door;
  private final Rooms rooms;
  private final SheetDesk sheets;

  /** The pages; {@code vertx} owns the pool that writes tables. */
  public LogPages(PageDoor door, Rooms rooms, Vertx vertx) {
    this.door = door;
    this.rooms = rooms;
    this.sheets = new SheetDesk(vertx);
  }

  /** Adds the pages to a router. */
  public void mount(Router router) {
    router.get("/log").handler(door.page(Place.LOG, this::list));
    router.get("/log/table.:kind").handler(door.page(Place.LOG, this::keepList));
    router.get("/log/month").handler(door.page(Place.LOG, this::month));
    router.get("/log/month/table.:kind").handler(door.page(Place.LOG, this::keepMonth));
    router.get("/log/:airing").handler(door.page(Place.LOG, this::proof));
  }

  private void list(Visit visit) {
    LogFilter filter = LogFilter.read(visit::query, today());
    List<String> zones = rooms.roster().zones().stream().map(PagingZone::value).sorted().toList();
    visit.show(
        "log/page.jte",
        rooms.log().search(filter.question(wall())).map(found -> LogList.of(filter, found, zones)));
  }

  private void keepList(Visit visit) {
    SheetKind kind = kind(visit);
    LogFilter filter = LogFilter.read(visit::query, today());
    LogSheets tables = tables(visit);
    Future<List<Tally>> found = rooms.log().search(filter.question(wall()));
    visit.with(
        found.compose(
            airings -> {
              int rows = airings.stream().mapToInt(tally -> Math.max(1, tally.speakers())).sum();
              return rows > kind.mostRows()
                  ? sheets.write(kind, rows, () -> tables.log(filter, airings, Map.of()))
                  : rooms
                      .log()
                      .standings(airings)
                      .compose(
                          standings ->
                              sheets.write(
                                  kind, rows, () -> tables.log(filter, airings, standings)));
            }),
        bytes ->
            visit.send(
                kind.type(),
                "nhat-ky-phat_%s_%s.%s".formatted(filter.from(), filter.to(), kind.word()),
                bytes));
  }

  private void month(Visit visit) {
    visit.show("log/month.jte", report(visit));
  }

  private void keepMonth(Visit visit) {
    SheetKind kind = kind(visit);
    LogSheets tables = tables(visit);
    visit.with(
        report(visit)
            .compose(
                report -> sheets.write(kind, report.lines().size(), () -> tables.month(report))),
        bytes ->
            visit.send(
                kind.type(), "bao-cao-thang_%s.%s".formatted(monthOf(visit), kind.word()), bytes));
  }

  private Future<MonthReport> report(Visit visit) {
    YearMonth month = monthOf(visit);
    Instant from = month.atDay(1).atStartOfDay(wall()).toInstant();
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(wall()).toInstant();
    return rooms
        .log()
        .month(from, until)
        .compose(
            told ->
                rooms
                    .roster()
                    .book()
                    .sites()
                    .map(sites -> MonthReport.of(month, door.face().communeName(), told, sites)));
  }

  private void proof(Visit visit) {
    AiringId airing = new AiringId(visit.path("airing"));
    visit.show(
        "log/airing.jte",
        rooms
            .log()
            .evidence(airing)
            .compose(
                found ->
                    found
                        .map(this::proof)
                        .orElseGet(() -> Future.failedFuture(Dispatcher.unknown(airing)))));
  }

  private Future<AiringProof> proof(Evidence evidence) {
    Instant over = evidence.airing().deadline().orElse(evidence.airing().planned().start());
    return rooms
        .roster()
        .book()
        .lost(over.isBefore(now()) ? over : now())
        .map(lost -> new AiringProof(evidence, lost));
  }

  private LogSheets tables(Visit visit) {
    return new LogSheets(visit.texts(), door.face().communeName(), now());
  }

  private static SheetKind kind(Visit visit) {
    String word = visit.path("kind");
    return SheetKind.of(word).orElseThrow(() -> new ProblemException(SheetDesk.unknown(word)));
  }

  private YearMonth monthOf(Visit visit) {
    return visit.query("of").map(LogPages::parsed).orElse(YearMonth.from(today()));
  }

  private static YearMonth parsed(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("A month is written 2026-11, was " + text + ".", e);
    }
  }

  private Instant now() {
    return rooms.timetable().outlook().now();
  }

  private ZoneId wall() {
    return door.face().zone();
  }

  private LocalDate today() {
    return now().atZone(wall()).toLocalDate();
  }
}

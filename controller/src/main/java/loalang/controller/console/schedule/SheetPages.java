// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.KeptSheet;
import loalang.controller.clockwork.SheetDesk;
import loalang.controller.clockwork.SheetName;
import loalang.controller.clockwork.SheetVersion;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The pages of the sheets as they are written: read, changed, taken in, taken along. */
final class SheetPages {
  private static final String HERE = "/schedule/sheets";
  private static final String TEMPLATE = "schedule/sheets.jte";
  private static final int MOST_LINES = 12;
  private static final int NOTICES = 300;

  private final PageDoor door;
  private final Rooms rooms;

  SheetPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(door.page(Place.SCHEDULE, visit -> visit.show(TEMPLATE, shown(new Text("", "")))));
    router
        .get(HERE + "/:sheet")
        .handler(
            door.page(
                Place.SCHEDULE,
                visit ->
                    visit.show(
                        TEMPLATE,
                        rooms
                            .timetable()
                            .sheets()
                            .find(new SheetName(visit.path("sheet")))
                            .compose(kept -> shown(new Text(kept.name().value(), kept.yaml()))))));
    router.post(HERE).handler(form).handler(door.form(Place.SCHEDULE, this::take));
    router
        .post(HERE + "/:sheet/remove")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, this::remove));
  }

  /** What stands in the form. */
  private record Text(String name, String yaml) {}

  private void take(Visit visit) {
    Text text = new Text(visit.field("name"), visit.text("yaml"));
    if (visit.field("act").equals("save")) {
      visit.attempt(
          visit
              .allowed(Permission.PLAN)
              .compose(may -> sheets().put(name(text), text.yaml(), visit.by())),
          taken -> visit.goTo(HERE + "/" + taken.name(), "item-saved"),
          why -> again(visit, text, why));
    } else {
      visit.attempt(
          Future.succeededFuture().compose(begin -> checked(text)),
          page -> visit.show(TEMPLATE, page),
          why -> again(visit, text, why));
    }
  }

  private void again(Visit visit, Text text, Problem why) {
    visit.with(
        page(text, Optional.empty(), Optional.of(why)),
        page -> visit.show(Faults.statusOf(why), TEMPLATE, page));
  }

  private void remove(Visit visit) {
    visit.with(
        visit
            .allowed(Permission.PLAN)
            .compose(may -> sheets().remove(new SheetName(visit.path("sheet")), visit.by())),
        done -> visit.goTo("/schedule", "item-removed"));
  }

  private SheetDesk sheets() {
    return rooms.timetable().sheets();
  }

  private Future<SheetPage> shown(Text text) {
    return page(text, Optional.empty(), Optional.empty());
  }

  private Future<SheetPage> checked(Text text) {
    Future<SheetDesk.Taken> taken = sheets().preview(name(text), text.yaml());
    Future<Names> names = rooms.desks().studio().newest(NOTICES).map(Names::of);
    return Future.all(taken, names)
        .compose(
            known ->
                page(text, Optional.of(check(taken.result(), names.result())), Optional.empty()));
  }

  private static SheetPage.Check check(SheetDesk.Taken taken, Names names) {
    List<FormPage.Line> lines =
        taken.preview().changes().stream().map(change -> FormDesk.line(change, names)).toList();
    return new SheetPage.Check(
        lines.subList(0, Math.min(MOST_LINES, lines.size())),
        Math.max(0, lines.size() - MOST_LINES),
        taken.problems());
  }

  private Future<SheetPage> page(
      Text text, Optional<SheetPage.Check> check, Optional<Problem> problem) {
    Future<List<KeptSheet>> all = sheets().all();
    Future<List<SheetVersion>> versions =
        isName(text.name())
            ? rooms.timetable().history().of(new SheetName(text.name()))
            : Future.succeededFuture(List.of());
    return Future.all(all, versions)
        .map(
            known ->
                new SheetPage(
                    all.result().stream()
                        .sorted(Comparator.comparing(sheet -> sheet.name().value()))
                        .toList(),
                    text.name(),
                    text.yaml(),
                    versions.result(),
                    check,
                    problem));
  }

  private static boolean isName(String text) {
    try {
      return new SheetName(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SheetName name(Text text) {
    try {
      return SheetName.ofFile(text.name());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "SHEET_NAME_INVALID",
              "\"%s\" gives the sheet no name.".formatted(text.name()),
              "Name it by letters and digits: lich-sang."),
          e);
    }
  }
}

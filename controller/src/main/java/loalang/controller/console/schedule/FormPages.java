// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.SheetEdit.Section;

/** The pages on which something is planned, moved and taken out: first looked at, then done. */
final class FormPages {
  private static final String TEMPLATE = "schedule/form.jte";

  private final PageDoor door;
  private final Rooms rooms;
  private final ScheduleDesk schedule;
  private final FormDesk desk;

  FormPages(PageDoor door, Rooms rooms, ScheduleDesk schedule) {
    this.door = door;
    this.rooms = rooms;
    this.schedule = schedule;
    this.desk = new FormDesk(rooms, door.face().zone());
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router.get("/schedule/new/:section").handler(door.page(Place.SCHEDULE, this::fresh));
    router.get("/schedule/items/:section/:id").handler(door.page(Place.SCHEDULE, this::open));
    router
        .post("/schedule/new/:section")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, visit -> take(visit, "")));
    router
        .post("/schedule/items/:section/:id")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, visit -> take(visit, visit.path("id"))));
    router
        .post("/schedule/items/:section/:id/remove")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, this::remove));
    router
        .post("/schedule/undo/:version")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, this::undo));
  }

  private void fresh(Visit visit) {
    PlanForm form =
        PlanForm.fresh(section(visit), visit.query("day").orElse(schedule.today().toString()));
    PlanForm there = visit.query("place").map(place -> form.in(Set.of(place))).orElse(form);
    visit.show(TEMPLATE, desk.open(visit.query("notice").map(there::saying).orElse(there)));
  }

  private void open(Visit visit) {
    Optional<LocalTime> from = time(visit, "from");
    Optional<LocalTime> to = time(visit, "to");
    Future<PlanForm> known = desk.known(key(visit));
    visit.show(
        TEMPLATE,
        from.isPresent() && to.isPresent()
            ? known.compose(form -> desk.checked(form.moved(from.get(), to.get())))
            : known.compose(desk::open));
  }

  private void take(Visit visit, String id) {
    PlanForm form = PlanForm.of(visit, section(visit), id);
    String act = visit.field("act");
    if (act.equals("save")) {
      visit.attempt(
          visit.allowed(Permission.PLAN).compose(may -> desk.save(form, visit.by())),
          thing -> visit.goTo(back(form), "item-saved"),
          why -> again(visit, form, why));
    } else if (act.equals("part")) {
      visit.attempt(
          Future.succeededFuture().compose(begin -> desk.checked(form)),
          page -> visit.show("schedule/check.jte", page),
          why ->
              visit.with(desk.refused(form, why), page -> visit.show("schedule/check.jte", page)));
    } else {
      visit.attempt(
          Future.succeededFuture().compose(begin -> desk.checked(form)),
          page -> visit.show(TEMPLATE, page),
          why -> again(visit, form, why));
    }
  }

  private void again(Visit visit, PlanForm form, Problem why) {
    visit.with(desk.refused(form, why), page -> visit.show(Faults.statusOf(why), TEMPLATE, page));
  }

  private void remove(Visit visit) {
    visit.with(
        visit
            .allowed(Permission.PLAN)
            .compose(may -> rooms.timetable().items().remove(key(visit), visit.by())),
        done -> visit.goTo("/schedule", "item-removed"));
  }

  private void undo(Visit visit) {
    long version = Long.parseLong(visit.path("version"));
    visit.with(
        visit
            .allowed(Permission.PLAN)
            .compose(may -> rooms.timetable().history().restore(version, visit.by())),
        done -> visit.goTo("/schedule", "item-undone"));
  }

  private static String back(PlanForm form) {
    return form.when().first().isEmpty() ? "/schedule" : "/schedule?day=" + form.when().first();
  }

  private static Optional<LocalTime> time(Visit visit, String name) {
    return visit.query(name).map(text -> ScheduleQuery.parsed(text, LocalTime::parse));
  }

  private static Thing.Key key(Visit visit) {
    return new Thing.Key(section(visit), visit.path("id"));
  }

  private static Section section(Visit visit) {
    return Stream.of(Section.CAMPAIGNS, Section.ONE_OFFS)
        .filter(one -> one.word().equals(visit.path("section")))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "PAGE_UNKNOWN",
                        "\"%s\" is nothing that is planned.".formatted(visit.path("section")),
                        "Go to /schedule.")));
  }
}

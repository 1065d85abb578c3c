// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.ItemDesk;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.console.schedule.FormPage.Check;
import loalang.controller.console.schedule.FormPage.Choice;
import loalang.protocol.Problem;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.SheetEdit.Section;
import loalang.schedules.programme.Slot;

/** Sessions of the day: listed, written, changed, taken out; first looked at, then done. */
final class SessionPages {
  private static final String ALL = "/schedule/sessions";
  private static final String TEMPLATE = "schedule/session.jte";
  private static final Comparator<Programme> BY_HOUR =
      Comparator.comparing(
          programme ->
              programme.slots().stream()
                  .map(Slot::at)
                  .min(Comparator.naturalOrder())
                  .orElse(LocalTime.MAX));

  private final PageDoor door;
  private final Rooms rooms;
  private final FormDesk desk;

  SessionPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.desk = new FormDesk(rooms, door.face().zone());
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router.get(ALL).handler(door.page(Place.SCHEDULE, this::list));
    router
        .get("/schedule/session")
        .handler(
            door.page(Place.SCHEDULE, visit -> visit.show(TEMPLATE, plain(SessionForm.fresh()))));
    router
        .post("/schedule/session")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, visit -> take(visit, "")));
    router.get(ALL + "/:id").handler(door.page(Place.SCHEDULE, this::open));
    router
        .post(ALL + "/:id")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, visit -> take(visit, visit.path("id"))));
    router.post(ALL + "/:id/remove").handler(form).handler(door.form(Place.SCHEDULE, this::remove));
  }

  private void list(Visit visit) {
    Future<ProgrammeSheet> held = rooms.timetable().outlook().held();
    Future<List<ItemDesk.Found>> things = items().all();
    visit.show(
        "schedule/sessions.jte",
        Future.all(held, things)
            .map(
                known ->
                    new SessionsPage(
                        held.result().programmes().stream().sorted(BY_HOUR).toList(),
                        things.result().stream()
                            .filter(found -> found.thing() instanceof Thing.OfProgramme)
                            .map(found -> found.thing().id())
                            .collect(Collectors.toSet()))));
  }

  private void open(Visit visit) {
    Thing.Key key = new Thing.Key(Section.PROGRAMMES, visit.path("id"));
    Optional<String> from = visit.query("from");
    Optional<String> to = visit.query("to");
    Future<SessionForm> known =
        items().find(key).map(found -> SessionForm.of(programme(found.thing())));
    visit.show(
        TEMPLATE,
        from.isPresent() && to.isPresent()
            ? known.compose(form -> checked(form.moved(from.get(), to.get())))
            : known.compose(this::plain));
  }

  private void take(Visit visit, String id) {
    SessionForm form = SessionForm.of(visit, id);
    switch (visit.field("act")) {
      case "save" ->
          visit.attempt(
              visit.allowed(Permission.PLAN).compose(may -> save(form, visit)),
              saved -> visit.goTo("/schedule", "item-saved"),
              why -> again(visit, TEMPLATE, form, why));
      case "more" -> visit.show(TEMPLATE, plain(form.withMore()));
      case "part" -> check(visit, "schedule/check.jte", form);
      default -> check(visit, TEMPLATE, form);
    }
  }

  private void check(Visit visit, String template, SessionForm form) {
    visit.attempt(
        Future.succeededFuture().compose(begin -> checked(form)),
        page -> visit.show(template, page),
        why -> again(visit, template, form, why));
  }

  private void again(Visit visit, String template, SessionForm form, Problem why) {
    // What a script asks for is a part of the page; it shows what is wrong as it shows the rest.
    int status = template.equals(TEMPLATE) ? Faults.statusOf(why) : Visit.OK;
    visit.with(
        page(form, Optional.empty(), Optional.of(why)), page -> visit.show(status, template, page));
  }

  private Future<ItemDesk.Proposal> save(SessionForm form, Visit visit) {
    return read(form)
        .compose(
            thing ->
                items()
                    .put(
                        thing,
                        now ->
                            now.map(found -> SessionForm.seen(programme(found)))
                                .orElse("")
                                .equals(form.seen()),
                        visit.by()));
  }

  private void remove(Visit visit) {
    Thing.Key key = new Thing.Key(Section.PROGRAMMES, visit.path("id"));
    visit.with(
        visit.allowed(Permission.PLAN).compose(may -> items().remove(key, visit.by())),
        done -> visit.goTo("/schedule", "item-removed"));
  }

  private Future<SessionPage> checked(SessionForm form) {
    return read(form)
        .compose(desk::check)
        .compose(check -> page(form, Optional.of(check), Optional.empty()));
  }

  private Future<SessionPage> plain(SessionForm form) {
    return page(form, Optional.empty(), Optional.empty());
  }

  private Future<Thing> read(SessionForm form) {
    return known(form)
        .map(
            before ->
                new Thing.OfProgramme(new SessionReader(form, door.face().zone()).read(before)));
  }

  private Future<Optional<Programme>> known(SessionForm form) {
    return form.isNew()
        ? Future.succeededFuture(Optional.empty())
        : items().find(form.key()).map(found -> Optional.of(programme(found.thing())));
  }

  private Future<SessionPage> page(
      SessionForm form, Optional<Check> check, Optional<Problem> problem) {
    Future<Choice> choice = desk.choice();
    Future<Optional<Programme>> known = known(form);
    Future<List<String>> lost =
        form.isNew()
            ? Future.succeededFuture(List.of())
            : items().previewRemoval(form.key()).map(ItemDesk.Proposal::lost);
    return Future.all(choice, known, lost)
        .map(
            all ->
                new SessionPage(
                    form, known.result(), choice.result(), check, lost.result(), problem));
  }

  private static Programme programme(Thing thing) {
    return ((Thing.OfProgramme) thing).programme();
  }

  private ItemDesk items() {
    return rooms.timetable().items();
  }
}

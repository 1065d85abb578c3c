// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;

/** The door: an emergency is written, heard, asked for, and let out by another person. */
public final class EmergencyPages {
  private static final String HERE = "/emergency";
  private static final String START = "urgent/emergency.jte";
  private static final String HEAR = "urgent/hear.jte";

  private final PageDoor door;
  private final UrgentDesk desk;

  /** The pages. */
  public EmergencyPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.desk = new UrgentDesk(rooms);
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router.get(HERE).handler(door.page(Place.TODAY, this::start));
    router.post(HERE).handler(form).handler(door.form(Place.TODAY, this::make));
    router.get("/emergency/notices/:notice").handler(door.page(Place.TODAY, this::hear));
    router
        .post("/emergency/notices/:notice")
        .handler(form)
        .handler(door.form(Place.TODAY, this::ask));
    router.get("/parts/emergency/notices/:notice").handler(door.part(Place.TODAY, this::reading));
    router
        .get("/emergency/airings/:airing")
        .handler(door.page(Place.TODAY, visit -> wish(visit, "urgent/wish.jte")));
    router
        .get("/parts/emergency/airings/:airing")
        .handler(door.part(Place.TODAY, visit -> wish(visit, "urgent/progress.jte")));
    router
        .post("/emergency/airings/:airing")
        .handler(form)
        .handler(door.form(Place.TODAY, this::decide));
  }

  private void start(Visit visit) {
    String ready = visit.query("text").flatMap(ReadyText::of).map(ReadyText::body).orElse("");
    start(visit, new EmergencyForm(ready, Set.of(), false), Optional.empty());
  }

  private void start(Visit visit, EmergencyForm form, Optional<Problem> why) {
    Optional<Problem> denied = visit.denial(Permission.ASK_EMERGENCY);
    visit.with(
        desk.start(form, denied, why),
        page -> visit.show(why.map(Faults::statusOf).orElse(Visit.OK), START, page));
  }

  private void make(Visit visit) {
    EmergencyForm form = EmergencyForm.of(visit);
    visit.attempt(
        whereAllowed(visit, form)
            .compose(
                zones ->
                    visit
                        .allowed(Permission.WRITE_NOTICES)
                        .compose(may -> desk.make(form, visit.by()))
                        .map(notice -> HearPage.pathOf(notice, zones))),
        visit::goTo,
        why -> start(visit, form, Optional.of(why)));
  }

  /** The zones of the form; fails if it names none, or one in which this person may not ask. */
  private Future<Set<PagingZone>> whereAllowed(Visit visit, EmergencyForm form) {
    return Future.succeededFuture()
        .map(begin -> form.where(desk.zones()))
        .compose(zones -> visit.allowed(Permission.ASK_EMERGENCY, zones).map(may -> zones));
  }

  private void hear(Visit visit) {
    hear(visit, chosen(visit), Optional.empty());
  }

  private void reading(Visit visit) {
    visit.show(
        "urgent/reading.jte",
        desk.hear(notice(visit), chosen(visit), visit.by(), Optional.empty()));
  }

  private static EmergencyForm chosen(Visit visit) {
    Set<PagingZone> zones =
        visit.queries("zone").stream().map(PagingZone::new).collect(Collectors.toSet());
    return new EmergencyForm("", zones, false);
  }

  private void hear(Visit visit, EmergencyForm form, Optional<Problem> why) {
    visit.with(
        desk.hear(notice(visit), form, visit.by(), why),
        page -> visit.show(why.map(Faults::statusOf).orElse(Visit.OK), HEAR, page));
  }

  private void ask(Visit visit) {
    EmergencyForm form = EmergencyForm.of(visit);
    visit.attempt(
        whereAllowed(visit, form).compose(zones -> desk.ask(notice(visit), zones, visit.by())),
        visit::goTo,
        why -> hear(visit, form, Optional.of(why)));
  }

  private void wish(Visit visit, String template) {
    visit.show(template, desk.wish(airing(visit), rights(visit)));
  }

  private void decide(Visit visit) {
    AiringId airing = airing(visit);
    boolean isYes = visit.field("act").equals("release");
    Future<?> done =
        isYes
            ? desk.letOut(airing, visit.by(), rights(visit)::release)
            : desk.withdraw(airing, visit.by(), rights(visit)::ask);
    visit.with(
        done, over -> visit.goTo(UrgentDesk.AIRINGS + airing, isYes ? "let-out" : "taken-back"));
  }

  private static UrgentDesk.Rights rights(Visit visit) {
    return new UrgentDesk.Rights() {
      @Override
      public Optional<Problem> ask(Set<PagingZone> zones) {
        return visit.refusal(Permission.ASK_EMERGENCY, zones);
      }

      @Override
      public Optional<Problem> release(Set<PagingZone> zones) {
        return visit.refusal(Permission.RELEASE, zones);
      }
    };
  }

  private static AnnouncementId notice(Visit visit) {
    return new AnnouncementId(visit.path("notice"));
  }

  private static AiringId airing(Visit visit) {
    return new AiringId(visit.path("airing"));
  }
}

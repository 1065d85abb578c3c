// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;

/** The page on which a notice is sent to air: first looked at, then done. */
final class AirPages {
  private static final String TEMPLATE = "notices/air.jte";

  private final PageDoor door;
  private final AirDesk desk;

  AirPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.desk = new AirDesk(rooms, door.face().zone());
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get("/notices/:notice/air")
        .handler(
            door.page(
                Place.NOTICES,
                visit -> visit.show(TEMPLATE, desk.open(NoticePages.notice(visit)))));
    router.post("/notices/:notice/air").handler(form).handler(door.form(Place.NOTICES, this::send));
  }

  private void send(Visit visit) {
    AnnouncementId id = NoticePages.notice(visit);
    AirForm form = AirForm.of(visit);
    if (visit.field("act").equals("air")) {
      visit.attempt(
          visit
              .allowed(Permission.AIR, form.where())
              .compose(may -> desk.air(id, form, visit.by())),
          airing ->
              visit.goTo(form.now() ? "/" : "/notices/" + id, form.now() ? "aired" : "planned"),
          why -> again(visit, form, why));
    } else {
      visit.attempt(
          Future.succeededFuture().compose(begin -> desk.check(id, form)),
          page -> visit.show(TEMPLATE, page),
          why -> again(visit, form, why));
    }
  }

  private void again(Visit visit, AirForm form, Problem why) {
    visit.with(
        desk.refused(NoticePages.notice(visit), form, why),
        page -> visit.show(Faults.statusOf(why), TEMPLATE, page));
  }
}

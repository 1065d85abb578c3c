// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.AiringId;

/** The door: the first page and its live part. On the event loop. */
public final class TodayPages {
  private final PageDoor door;
  private final Rooms rooms;
  private final TodayDesk desk;

  /** The first page. */
  public TodayPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.desk = new TodayDesk(rooms, door.face().zone());
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router
        .get("/")
        .handler(door.page(Place.TODAY, visit -> visit.show("today/page.jte", desk.today())));
    router
        .get("/parts/today")
        .handler(door.part(Place.TODAY, visit -> visit.show("today/live.jte", desk.today())));
    router.post("/airings/:airing/stop").handler(form).handler(door.form(Place.TODAY, this::stop));
  }

  private void stop(Visit visit) {
    AiringId airing = new AiringId(visit.path("airing"));
    visit.with(rooms.dispatcher().stop(airing), stopped -> visit.goTo("/", "stopped"));
  }
}

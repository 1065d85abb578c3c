// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;

/** The door: what is planned. On the event loop. */
public final class SchedulePages {
  private final PageDoor door;
  private final ScheduleDesk desk;
  private final FormPages forms;
  private final CalendarPages calendar;
  private final SheetPages sheets;
  private final SessionPages sessions;

  /** The pages of the schedule. */
  public SchedulePages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.desk = new ScheduleDesk(rooms, door.face().zone());
    this.calendar = new CalendarPages(door, rooms);
    this.sheets = new SheetPages(door, rooms);
    this.sessions = new SessionPages(door, rooms);
    this.forms = new FormPages(door, rooms, desk);
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router.get("/schedule").handler(door.page(Place.SCHEDULE, this::show));
    forms.mount(router, form);
    calendar.mount(router, form);
    sheets.mount(router, form);
    sessions.mount(router, form);
  }

  private void show(Visit visit) {
    boolean mayChange = visit.denial(Permission.PLAN).isEmpty();
    visit.show(
        "schedule/page.jte",
        desk.page(ScheduleQuery.of(visit, desk.today()))
            .map(page -> mayChange ? page : page.toLookAt()));
  }
}

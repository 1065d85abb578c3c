// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.backup.LastCopy;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.keys.KeyStanding;

/** The door: every page about the office itself. On the event loop. */
public final class OfficePages {
  private final PageDoor door;
  private final Rooms rooms;

  /** The pages. */
  public OfficePages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router.get("/office").handler(door.page(Place.OFFICE, this::show));
    new AccountPages(door, rooms).mount(router, form);
    new AuditPages(door, rooms.people().audit()).mount(router, form);
    new DictionaryPages(door, rooms.desks().dictionary()).mount(router, form);
    new StationPages(door, rooms).mount(router, form);
    new KeyPages(door, rooms).mount(router, form);
    new HandedKeyPages(door, rooms).mount(router, form);
    new CheckupPages(door, rooms.people().checkup()).mount(router, form);
  }

  private void show(Visit visit) {
    Future<KeyStanding> keys = rooms.delivery().keys().standing();
    Future<Optional<LastCopy>> copy = rooms.people().copies().last();
    visit.show(
        "office/page.jte",
        Future.all(keys, copy)
            .map(
                known ->
                    new OfficePage(
                        rooms.people().accounts().desk().all().size(),
                        keys.result(),
                        copy.result(),
                        rooms.people().checkup().broken().size(),
                        rooms.timetable().outlook().now(),
                        new OfficePage.Denied(
                            visit.denial(Permission.MANAGE_ACCOUNTS),
                            visit.denial(Permission.READ_AUDIT)))));
  }
}

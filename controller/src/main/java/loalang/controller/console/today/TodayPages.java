// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AiringRecord;
import loalang.protocol.AiringId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

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
    visit.with(
        rooms.log().find(airing).compose(found -> stop(visit, airing, found)),
        stopped -> visit.goTo("/", "stopped"));
  }

  private Future<Void> stop(Visit visit, AiringId airing, Optional<AiringRecord> found) {
    if (found.isEmpty()) {
      return Future.failedFuture(Dispatcher.unknown(airing));
    }
    Optional<Problem> refused = visit.refusal(Permission.STOP, found.get().planned().zones());
    return refused.isPresent()
        ? Future.failedFuture(new ProblemException(refused.get()))
        : rooms.dispatcher().stop(airing, visit.by());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.own;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.api.Faults;
import loalang.controller.api.Guard;
import loalang.controller.api.Rooms;
import loalang.controller.calendars.CalendarDesk;
import loalang.controller.calendars.CalendarScope;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;

/** Addresses for one's calendars: made, shown once, taken back; and what a calendar reads there. */
final class CalendarPages {
  private static final String HERE = "/me/calendars";
  private static final String ENDING = ".ics";

  private final PageDoor door;
  private final Rooms rooms;

  CalendarPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router.get(HERE).handler(door.page(Place.SCHEDULE, visit -> list(visit, Optional.empty())));
    router.post(HERE).handler(form).handler(door.form(Place.SCHEDULE, this::make));
    router
        .post(HERE + "/:link/back")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, this::takeBack));
    router
        .route("/calendar/:file")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::read);
  }

  private void list(Visit visit, Optional<Problem> why) {
    String account = visit.session().account();
    visit.with(
        desk().of(account),
        links ->
            visit.show(
                why.map(Faults::statusOf).orElse(Visit.OK),
                "own/calendars.jte",
                new CalendarsPage(
                    links,
                    CalendarScope.choice(
                        rooms.people().accounts().own().card(account).grants(),
                        rooms.roster().zones()),
                    why)));
  }

  private void make(Visit visit) {
    CalendarScope scope = CalendarScope.of(visit.field("zone"));
    visit.attempt(
        desk().make(visit.by(), scope),
        secret ->
            visit.show(
                "own/calendar.jte",
                new FreshCalendar(scope, visit.home() + "/calendar/" + secret + ENDING)),
        why -> list(visit, Optional.of(why)));
  }

  private void takeBack(Visit visit) {
    String link = visit.path("link");
    long id = link.matches("\\d{1,15}") ? Long.parseLong(link) : 0;
    visit.attempt(
        desk().takeBack(visit.by(), id),
        done -> visit.goTo(HERE, "calendar-taken-back"),
        why -> list(visit, Optional.of(why)));
  }

  // A calendar has no session: what it shows is in the address.
  private void read(RoutingContext context) {
    String file = context.pathParam("file");
    String secret = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
    desk()
        .open(secret, Guard.address(context))
        .compose(scope -> rooms.timetable().outlook().calendar(scope.zone()))
        .onSuccess(
            calendar ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600")
                    .putHeader("X-Robots-Tag", "noindex")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .end(calendar))
        .onFailure(
            e -> {
              context.response().putHeader("Retry-After", "600");
              context.fail(e);
            });
  }

  private CalendarDesk desk() {
    return rooms.people().calendars();
  }
}

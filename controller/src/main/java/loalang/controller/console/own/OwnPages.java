// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.own;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.OwnDesk;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;

/** The door: one's own account. Whoever is logged in may. On the event loop. */
public final class OwnPages {
  private static final String HERE = "/me";
  private static final String TEMPLATE = "own/page.jte";

  private final PageDoor door;
  private final Rooms rooms;
  private final Rooms.People people;

  /** The pages. */
  public OwnPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.people = rooms.people();
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router.get(HERE).handler(door.page(Place.TODAY, visit -> visit.show(TEMPLATE, page(visit))));
    new CalendarPages(door, rooms).mount(router, form);
    router.post("/me/factor").handler(form).handler(door.form(Place.TODAY, this::factor));
    router
        .post("/me/sessions/:session")
        .handler(form)
        .handler(door.form(Place.TODAY, this::endSession));
  }

  private OwnPage page(Visit visit) {
    String account = visit.session().account();
    return new OwnPage(
        own().card(account),
        own().sessions(account),
        visit.session().id(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private void factor(Visit visit) {
    switch (visit.field("act")) {
      case "begin" ->
          visit.attempt(
              own().beginTotp(visit.by(), people.communeName()),
              fresh -> visit.show(TEMPLATE, page(visit).showing(fresh)),
              why -> again(visit, why));
      case "confirm" ->
          visit.attempt(
              own().confirmTotp(visit.by(), visit.field("code")),
              codes -> visit.show(TEMPLATE, page(visit).handing(codes)),
              why -> notConfirmed(visit, why));
      default ->
          visit.attempt(
              own().removeTotp(visit.session(), visit.field("code")),
              card -> visit.goTo(HERE, "factor-gone"),
              why -> again(visit, why));
    }
  }

  // The picture is shown again with what was typed refused: the secret stays the one it was.
  private void notConfirmed(Visit visit, Problem why) {
    visit.with(
        own().pendingTotp(visit.by(), people.communeName()),
        fresh -> {
          OwnPage page = page(visit).refused(why);
          visit.show(Faults.statusOf(why), TEMPLATE, fresh.map(page::showing).orElse(page));
        });
  }

  private void again(Visit visit, Problem why) {
    visit.show(Faults.statusOf(why), TEMPLATE, page(visit).refused(why));
  }

  private void endSession(Visit visit) {
    visit.attempt(
        own().endSession(visit.by(), visit.path("session")),
        card -> visit.goTo(HERE, "session-ended"),
        why -> again(visit, why));
  }

  private OwnDesk own() {
    return people.accounts().own();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.keys.KeyStanding;
import loalang.protocol.Problem;

/** The keys that sign: how they stand, another one made, a lost one revoked. */
final class KeyPages {
  private static final String HERE = "/office/keys";

  private final PageDoor door;
  private final Rooms rooms;

  KeyPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(
            door.page(Place.OFFICE, visit -> show(visit, "office/keys.jte", Optional.empty())));
    router
        .get("/parts/office/keys")
        .handler(
            door.part(
                Place.OFFICE, visit -> show(visit, "office/standingkeys.jte", Optional.empty())));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::change));
  }

  private void show(Visit visit, String template, Optional<Problem> why) {
    visit.with(
        rooms.delivery().keys().standing(),
        standing ->
            visit.show(
                why.map(Faults::statusOf).orElse(Visit.OK),
                template,
                new KeysPage(
                    standing,
                    rooms.roster().all().size(),
                    visit.denial(Permission.MANAGE_KEYS),
                    why)));
  }

  private void change(Visit visit) {
    boolean isRevoking = visit.field("act").equals("revoke");
    Future<KeyStanding> changed =
        visit
            .allowed(Permission.MANAGE_KEYS)
            .compose(
                may ->
                    isRevoking
                        ? rooms.delivery().keys().revoke(visit.by())
                        : rooms.delivery().keys().rotate(Optional.empty(), visit.by()));
    visit.attempt(
        changed,
        standing -> visit.goTo(HERE, isRevoking ? "key-revoked" : "key-rotated"),
        why -> show(visit, "office/keys.jte", Optional.of(why)));
  }
}

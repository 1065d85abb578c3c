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
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.VerifyKey;

/** The keys that sign: how they stand, another one made, a lost one revoked. */
final class KeyPages {
  private static final String HERE = "/office/keys";
  private static final int UNPROCESSABLE = 422;

  private final PageDoor door;
  private final Rooms rooms;

  KeyPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(door.page(Place.OFFICE, visit -> show(visit, "office/keys.jte", Told.NOTHING)));
    router
        .get("/parts/office/keys")
        .handler(
            door.part(Place.OFFICE, visit -> show(visit, "office/standingkeys.jte", Told.NOTHING)));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::change));
    router.post(HERE + "/lent").handler(form).handler(door.form(Place.OFFICE, this::lend));
    router.post(HERE + "/back").handler(form).handler(door.form(Place.OFFICE, this::takeBack));
  }

  /** What is shown beside how the keys stand. */
  private record Told(ScopeForm form, boolean isAsked, Optional<Problem> why) {
    static final Told NOTHING = new Told(ScopeForm.EMPTY, false, Optional.empty());

    static Told fault(ScopeForm form, Problem why) {
      return new Told(form, false, Optional.of(why));
    }

    int status() {
      return form.wrong() ? UNPROCESSABLE : why.map(Faults::statusOf).orElse(Visit.OK);
    }
  }

  private void show(Visit visit, String template, Told told) {
    visit.with(
        rooms.delivery().keys().standing(),
        standing ->
            visit.show(
                told.status(),
                template,
                new KeysPage(
                    standing,
                    rooms.roster().all(),
                    told.form(),
                    told.isAsked(),
                    visit.denial(Permission.MANAGE_KEYS),
                    told.why())));
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
        why -> show(visit, "office/keys.jte", Told.fault(ScopeForm.EMPTY, why)));
  }

  /** Shows how far a key will reach; says it to the loudspeakers when that was seen. */
  private void lend(Visit visit) {
    ScopeForm typed = ScopeForm.typed(visit);
    Optional<VerifyKey> key = typed.verifyKey();
    visit.with(
        visit.allowed(Permission.MANAGE_KEYS),
        may -> {
          if (key.isPresent() && visit.field("sure").equals("yes")) {
            visit.attempt(
                rooms.delivery().keys().lending().lend(key.get(), typed.scope(), visit.by()),
                lent -> visit.goTo(HERE, "key-lent"),
                why -> show(visit, "office/keys.jte", Told.fault(typed, why)));
          } else {
            Told told = new Told(typed, key.isPresent(), Optional.empty());
            show(visit, "office/keys.jte", told);
          }
        });
  }

  private void takeBack(Visit visit) {
    visit.attempt(
        visit
            .allowed(Permission.MANAGE_KEYS)
            .compose(
                may ->
                    rooms
                        .delivery()
                        .keys()
                        .lending()
                        .takeBack(new KeyId(visit.field("id")), visit.by())),
        back -> visit.goTo(HERE, "key-taken-back"),
        why -> show(visit, "office/keys.jte", Told.fault(ScopeForm.EMPTY, why)));
  }
}

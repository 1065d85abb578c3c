// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.accounts.AccountDesk;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.console.frame.ZoneChoice;
import loalang.protocol.Problem;

/** Accounts: made, granted roles, disabled, given a new password. */
final class AccountPages {
  private static final String ALL = "/office/accounts";

  private final PageDoor door;
  private final Rooms rooms;

  AccountPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(ALL)
        .handler(
            door.page(Place.OFFICE, visit -> list(visit, "", GrantsForm.EMPTY, Optional.empty())));
    router.post(ALL).handler(form).handler(door.form(Place.OFFICE, this::add));
    router
        .get("/office/accounts/:account")
        .handler(door.page(Place.OFFICE, visit -> show(visit, Optional.empty())));
    router
        .post("/office/accounts/:account")
        .handler(form)
        .handler(door.form(Place.OFFICE, this::change));
  }

  private void list(Visit visit, String name, GrantsForm form, Optional<Problem> why) {
    visit.with(
        visit.allowed(Permission.MANAGE_ACCOUNTS),
        may ->
            visit.show(
                why.map(Faults::statusOf).orElse(Visit.OK),
                "office/accounts.jte",
                new AccountsPage(desk().all(), ZoneChoice.of(rooms.roster()), name, form, why)));
  }

  private void add(Visit visit) {
    String name = visit.field("account");
    GrantsForm form = GrantsForm.of(visit);
    visit.attempt(
        visit
            .allowed(Permission.MANAGE_ACCOUNTS)
            .compose(may -> desk().add(visit.by(), name, form.grants())),
        handed -> visit.show("office/handed.jte", handed),
        why -> list(visit, name, form, Optional.of(why)));
  }

  private void show(Visit visit, Optional<Problem> why) {
    String name = visit.path("account");
    visit.with(
        visit
            .allowed(Permission.MANAGE_ACCOUNTS)
            .compose(may -> desk().find(name))
            .compose(
                card ->
                    desk()
                        .sessions(name)
                        .map(
                            sessions ->
                                new AccountPage(
                                    card,
                                    sessions,
                                    ZoneChoice.of(rooms.roster()),
                                    GrantsForm.of(card.grants()),
                                    why))),
        page -> visit.show(why.map(Faults::statusOf).orElse(Visit.OK), "office/account.jte", page));
  }

  private void change(Visit visit) {
    Future<Void> allowed = visit.allowed(Permission.MANAGE_ACCOUNTS);
    String name = visit.path("account");
    if (visit.field("act").equals("reset")) {
      visit.attempt(
          allowed.compose(may -> desk().resetPassword(visit.by(), name)),
          handed -> visit.show("office/handed.jte", handed),
          why -> show(visit, Optional.of(why)));
    } else {
      visit.attempt(
          allowed.compose(may -> change(visit, name)),
          said -> visit.goTo(ALL + "/" + name, said),
          why -> show(visit, Optional.of(why)));
    }
  }

  /** What is said when it is done. */
  private Future<String> change(Visit visit, String name) {
    AccountDesk desk = desk();
    return switch (visit.field("act")) {
      case "grant" ->
          desk.grant(visit.by(), name, GrantsForm.of(visit).grants()).map("roles-granted");
      case "disable" -> desk.disable(visit.by(), name).map("account-disabled");
      case "enable" -> desk.enable(visit.by(), name).map("account-enabled");
      case "factor" -> desk.removeTotp(visit.by(), name).map("factor-removed");
      case "sessions" -> desk.endSessions(visit.by(), name).map("sessions-ended");
      default -> Future.failedFuture(new IllegalArgumentException("No such act."));
    };
  }

  private AccountDesk desk() {
    return rooms.people().accounts().desk();
  }
}

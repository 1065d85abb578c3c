// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import loalang.controller.accounts.Permission;
import loalang.controller.checkup.CheckupDesk;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;

/** What the office's machine lacks, and another look at it. */
final class CheckupPages {
  private static final String HERE = "/office/checkup";

  private final PageDoor door;
  private final CheckupDesk desk;

  CheckupPages(PageDoor door, CheckupDesk desk) {
    this.door = door;
    this.desk = desk;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router.get(HERE).handler(door.page(Place.OFFICE, this::show));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::lookAnew));
  }

  private void show(Visit visit) {
    visit.show(
        "office/checkup.jte",
        visit.allowed(Permission.CHECK_MACHINE).compose(may -> desk.latest()));
  }

  private void lookAnew(Visit visit) {
    visit.with(
        visit.allowed(Permission.CHECK_MACHINE).compose(may -> desk.look()),
        found -> visit.goTo(HERE, "looked-anew"));
  }
}

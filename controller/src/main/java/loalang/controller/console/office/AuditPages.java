// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.audit.AuditDesk;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;

/** The audit log: looked through, verified. The API gives it out whole. */
final class AuditPages {
  private static final String HERE = "/office/audit";

  private final PageDoor door;
  private final AuditDesk desk;

  AuditPages(PageDoor door, AuditDesk desk) {
    this.door = door;
    this.desk = desk;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(door.page(Place.OFFICE, visit -> visit.show("office/audit.jte", page(visit))));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::verify));
  }

  private Future<AuditPage> page(Visit visit) {
    String who = visit.query("who").orElse("").strip();
    String object = visit.query("object").orElse("").strip();
    long before =
        visit
            .query("before")
            .filter(number -> number.matches("\\d{1,15}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    return visit
        .allowed(Permission.READ_AUDIT)
        .compose(may -> desk.newest(new AuditDesk.Sought(object, who), before, AuditPage.SHOWN))
        .map(entries -> new AuditPage(entries, who, object, Optional.empty()));
  }

  private void verify(Visit visit) {
    visit.show(
        "office/audit.jte",
        page(visit)
            .compose(
                page ->
                    desk.verify()
                        .map(
                            verdict ->
                                new AuditPage(
                                    page.entries(),
                                    page.who(),
                                    page.object(),
                                    Optional.of(verdict)))));
  }
}

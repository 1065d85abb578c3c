// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.approvals;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.Emergency;
import loalang.controller.clockwork.ReleaseDesk;
import loalang.controller.console.frame.HeldWish;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.AnnouncementId;
import loalang.schedules.CueId;

/** The door: an approver hears, reads, says yes or gives back. On the event loop. */
public final class ApprovalPages {
  private static final String HERE = "/approvals";

  private final PageDoor door;
  private final Rooms rooms;

  /** The pages. */
  public ApprovalPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(door.page(Place.APPROVALS, visit -> visit.show("approvals/page.jte", waiting())));
    router
        .post("/notices/:notice/approval")
        .handler(form)
        .handler(door.form(Place.NOTICES, this::send));
    router
        .post("/approvals/notices/:notice")
        .handler(form)
        .handler(door.form(Place.APPROVALS, this::decide));
    router
        .post("/approvals/held/:cue")
        .handler(form)
        .handler(door.form(Place.APPROVALS, this::letThrough));
  }

  private Future<ApprovalsPage> waiting() {
    Future<List<ApprovalsPage.Item>> notices =
        rooms
            .people()
            .approvals()
            .waiting()
            .compose(all -> Future.join(all.stream().map(this::item).toList()))
            .map(items -> items.list());
    Future<List<HeldWish>> held = HeldWish.all(rooms);
    Future<List<Emergency>> emergencies = rooms.people().emergencies().waiting();
    return Future.all(notices, held, emergencies)
        .map(known -> new ApprovalsPage(notices.result(), held.result(), emergencies.result()));
  }

  private Future<ApprovalsPage.Item> item(ApprovalDesk.Standing standing) {
    return rooms
        .desks()
        .studio()
        .find(standing.version().notice())
        .map(card -> new ApprovalsPage.Item(standing, card));
  }

  private void send(Visit visit) {
    AnnouncementId notice = new AnnouncementId(visit.path("notice"));
    visit.with(
        visit
            .allowed(Permission.WRITE_NOTICES)
            .compose(may -> rooms.people().approvals().send(visit.by(), notice)),
        sent -> visit.goTo("/notices/" + notice, "approval-sent"));
  }

  private void decide(Visit visit) {
    AnnouncementId notice = new AnnouncementId(visit.path("notice"));
    boolean isYes = visit.field("act").equals("approve");
    ApprovalDesk desk = rooms.people().approvals();
    visit.with(
        visit
            .allowed(Permission.APPROVE)
            .compose(
                may ->
                    isYes
                        ? desk.approve(visit.by(), notice, visit.field("version"))
                        : desk.giveBack(
                            visit.by(), notice, visit.field("version"), visit.field("reason"))),
        done -> visit.goTo(HERE, isYes ? "approved" : "given-back"));
  }

  private void letThrough(Visit visit) {
    CueId cue = new CueId(visit.path("cue"));
    ReleaseDesk desk = rooms.timetable().releases();
    if (visit.field("act").equals("release")) {
      visit.with(
          desk.release(cue, visit.by(), zones -> visit.refusal(Permission.RELEASE, zones)),
          verdict -> visit.goTo(HERE, "released"));
    } else if (visit.field("act").equals("withdraw")) {
      visit.with(
          desk.withdraw(cue, visit.by(), zones -> visit.refusal(Permission.AIR, zones)),
          withdrawn -> visit.goTo(HERE, "release-withdrawn"));
    } else {
      visit.with(
          desk.request(cue, visit.by(), zones -> visit.refusal(Permission.ASK_RELEASE, zones)),
          asked -> visit.goTo(HERE, "release-asked"));
    }
  }
}

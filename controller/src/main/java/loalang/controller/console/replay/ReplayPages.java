// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Texts;
import loalang.controller.console.frame.Visit;
import loalang.controller.replay.AiredNotice;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: what residents hear again, and the office's switch. On the event loop. */
public final class ReplayPages {
  private static final int REQUESTS = 240;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PageDoor door;
  private final Rooms rooms;
  private final PublicFiles files;
  private final AttemptLimit limit = new AttemptLimit(REQUESTS, MINUTE);

  /** The pages. */
  public ReplayPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.files = new PublicFiles(rooms.desks().replay());
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. Before those of the log. */
  public void mount(Router router, Handler<RoutingContext> form) {
    open(router, "/replay").handler(context -> open(context, notices -> page(context, notices)));
    open(router, "/replay/feed.xml")
        .handler(context -> open(context, notices -> feed(context, notices)));
    open(router, "/replay/:file")
        .handler(context -> open(context, notices -> file(context, notices)));
    router
        .get("/log/replay")
        .handler(
            door.page(
                Place.LOG,
                visit ->
                    visit.show(
                        "replay/switch.jte",
                        rooms.desks().replay().isOpen().map(ReplaySwitch::new))));
    router.post("/log/replay").handler(form).handler(door.form(Place.LOG, this::turn));
  }

  private static Route open(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void turn(Visit visit) {
    boolean isOpen = visit.field("open").equals("1");
    visit.with(
        visit
            .allowed(Permission.CHANGE_SETTINGS)
            .compose(may -> rooms.desks().replay().turn(isOpen, visit.by())),
        turned -> visit.goTo("/log/replay", isOpen ? "replay-opened" : "replay-closed"));
  }

  private void open(RoutingContext context, Consumer<List<AiredNotice>> answer) {
    String who = String.valueOf(context.request().remoteAddress().hostAddress());
    if (!limit.mayTry(who, rooms.timetable().outlook().now())) {
      context.response().putHeader("Retry-After", "60");
      context.fail(new ProblemException(tooOften()));
      return;
    }
    limit.failed(who, rooms.timetable().outlook().now());
    Future<Optional<List<AiredNotice>>> known = rooms.desks().replay().open();
    known
        .onSuccess(
            notices ->
                notices.ifPresentOrElse(answer, () -> context.fail(new ProblemException(shut()))))
        .onFailure(context::fail);
  }

  private void page(RoutingContext context, List<AiredNotice> notices) {
    ReplayPage page = new ReplayPage(door.face().communeName(), notices);
    PublicFiles.keep(context, Duration.ofMinutes(2));
    door.showOpen(context, "replay/page.jte", Map.of("page", page, "texts", door.texts(context)));
  }

  private void feed(RoutingContext context, List<AiredNotice> notices) {
    Texts texts = Texts.vietnamese(door.face().zone());
    String feed =
        new Feed(new ReplayPage(door.face().communeName(), notices), PageDoor.home(context), texts)
            .xml();
    PublicFiles.keep(context, Duration.ofMinutes(5));
    context.response().putHeader("Content-Type", "application/rss+xml; charset=utf-8").end(feed);
  }

  private void file(RoutingContext context, List<AiredNotice> notices) {
    String name = context.pathParam("file");
    int dot = name.lastIndexOf('.');
    String key = name.substring(0, Math.max(0, dot));
    Optional<AiredNotice> notice =
        notices.stream().filter(one -> one.key().equals(key)).findFirst();
    if (notice.isEmpty() || !files.send(context, notice.get(), name.substring(dot + 1))) {
      context.fail(new ProblemException(shut()));
    }
  }

  /** One answer for what is shut, gone and never was: a stranger learns nothing from it. */
  private static Problem shut() {
    return new Problem(
        "PAGE_UNKNOWN", "There is nothing here.", "Ask the commune's office what it publishes.");
  }

  private static Problem tooOften() {
    return new Problem(
        "REPLAY_TOO_OFTEN",
        "More than %d requests came within a minute.".formatted(REQUESTS),
        "Wait a minute.");
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;

/** The door: silence everywhere, ordered and lifted. On the event loop. */
public final class SilencePages {
  private static final String TEMPLATE = "urgent/silence.jte";
  private static final int NEWEST = 10;

  /** How long a silence may be made on the page. */
  public enum Span {
    /** A funeral passes. */
    HOUR(Duration.ofHours(1)),
    /** Half a day. */
    HALF_DAY(Duration.ofHours(12)),
    /** Until somebody has looked at what happened. */
    DAY(Duration.ofDays(1));

    private final Duration length;

    Span(Duration length) {
      this.length = length;
    }

    /** The key of its name. */
    public String key() {
      return "silence." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Span of(String name) {
      return Stream.of(values()).filter(span -> span.name().equals(name)).findFirst().orElse(HOUR);
    }
  }

  private final PageDoor door;
  private final Rooms rooms;

  /** The page. */
  public SilencePages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  /** Adds the page to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router.get("/silence").handler(door.page(Place.TODAY, this::show));
    router.post("/silence").handler(form).handler(door.form(Place.TODAY, this::order));
    router.post("/silence/lift").handler(form).handler(door.form(Place.TODAY, this::lift));
  }

  private void show(Visit visit) {
    visit.show(
        TEMPLATE,
        rooms
            .delivery()
            .silence()
            .newest(NEWEST)
            .map(
                told ->
                    new SilencePage(
                        rooms.timetable().outlook().now(),
                        told,
                        visit.refusal(Permission.SILENCE, Set.of()).isEmpty())));
  }

  private void order(Visit visit) {
    Optional<Problem> refusal = visit.refusal(Permission.SILENCE, Set.of());
    if (refusal.isPresent()) {
      visit.refuse(refusal.get());
      return;
    }
    Duration length = Span.of(visit.field("span")).length;
    visit.with(
        rooms
            .delivery()
            .silence()
            .order(Set.of(), rooms.timetable().outlook().now().plus(length), visit.by()),
        told -> visit.goTo("/silence", "silenced"));
  }

  private void lift(Visit visit) {
    Optional<Problem> refusal = visit.refusal(Permission.SILENCE, Set.of());
    if (refusal.isPresent()) {
      visit.refuse(refusal.get());
      return;
    }
    visit.with(
        rooms.delivery().silence().lift(Set.of(), visit.by()),
        told -> visit.goTo("/silence", "lifted"));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.plans.Readiness;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;

/** The door: all loudspeakers, one of them, a new one. On the event loop. */
public final class SpeakerPages {
  private static final Duration COMING = Duration.ofHours(24);
  private static final int UNPROCESSABLE = 422;

  private final PageDoor door;
  private final Rooms rooms;
  private final SpeakerDesk desk;

  /** The pages. */
  public SpeakerPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.desk = new SpeakerDesk(rooms);
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router
        .get("/speakers")
        .handler(door.page(Place.SPEAKERS, visit -> visit.show("speakers/page.jte", list(visit))));
    router
        .get("/parts/speakers")
        .handler(door.part(Place.SPEAKERS, visit -> visit.show("speakers/live.jte", list(visit))));
    router
        .get("/speakers/new")
        .handler(door.page(Place.SPEAKERS, visit -> visit.show("speakers/new.jte", blank())));
    router.post("/speakers/new").handler(form).handler(door.form(Place.SPEAKERS, this::issue));
    router
        .get("/speakers/:speaker")
        .handler(door.page(Place.SPEAKERS, visit -> one(visit, "speakers/one.jte")));
    router
        .get("/parts/speakers/:speaker")
        .handler(door.part(Place.SPEAKERS, visit -> one(visit, "speakers/standing.jte")));
    router
        .post("/speakers/:speaker/place")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::place));
    router
        .post("/speakers/:speaker/revoke")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::revoke));
    new CarePages(door, rooms, desk).mount(router, form);
  }

  private void one(Visit visit, String template) {
    visit.show(template, desk.view(visit, SpeakerDesk.Typed.NOTHING));
  }

  private void revoke(Visit visit) {
    Speaker speaker = desk.named(visit);
    visit.with(
        visit
            .allowed(Permission.ADD_SPEAKERS, speaker.zones())
            .compose(may -> rooms.enrolment().revoke(speaker.id(), visit.by())),
        revoked -> visit.goTo("/speakers", "revoked"));
  }

  private Future<SpeakerList> list(Visit visit) {
    Future<Map<SpeakerId, Site>> sites = rooms.roster().book().sites();
    Future<List<Readiness>> coming = rooms.delivery().readiness().coming(COMING);
    Future<Map<SpeakerId, SelfTestDesk.Result>> tests = rooms.delivery().selfTests().newest();
    return Future.all(sites, coming, tests)
        .map(
            known ->
                SpeakerList.of(
                    rooms.roster().all(),
                    sites.result(),
                    coming.result(),
                    new SpeakerList.Care(
                        rooms.timetable().outlook().now(), tests.result(), testable(visit))));
  }

  /** The zones whose loudspeakers whoever visits may have look themselves over. */
  private List<String> testable(Visit visit) {
    return rooms.roster().zones().stream()
        .filter(zone -> visit.refusal(Permission.TUNE_SPEAKERS, Set.of(zone)).isEmpty())
        .map(PagingZone::value)
        .sorted()
        .toList();
  }

  private NewSpeaker blank() {
    return NewSpeaker.empty(
        rooms.roster().zones().stream().map(PagingZone::value).sorted().toList());
  }

  private void issue(Visit visit) {
    NewSpeaker asked = blank().typed(visit.field("name"), visit.field("zones"));
    Optional<SpeakerId> name;
    Set<PagingZone> zones;
    try {
      name = asked.speaker();
      zones = asked.zonesNamed();
    } catch (IllegalArgumentException e) {
      visit.show(UNPROCESSABLE, "speakers/new.jte", asked.but("new.wrong-letters"));
      return;
    }
    if (zones.isEmpty()) {
      visit.show(UNPROCESSABLE, "speakers/new.jte", asked.but("new.wrong-zones"));
    } else if (name.flatMap(rooms.roster()::find).isPresent()) {
      visit.show(UNPROCESSABLE, "speakers/new.jte", asked.but("new.wrong-taken"));
    } else {
      visit.show(
          "speakers/new.jte",
          visit
              .allowed(Permission.ADD_SPEAKERS, zones)
              .compose(may -> rooms.enrolment().issue(name, zones, visit.by()))
              .map(asked::with));
    }
  }

  private void place(Visit visit) {
    Speaker speaker = desk.named(visit);
    SiteForm typed =
        new SiteForm(visit.field("place"), visit.field("latitude"), visit.field("longitude"));
    Optional<Site> site = typed.site();
    if (site.isEmpty()) {
      visit.with(
          desk.view(visit, SpeakerDesk.Typed.wrong(typed)),
          view -> visit.show(UNPROCESSABLE, "speakers/one.jte", view));
      return;
    }
    visit.with(
        visit
            .allowed(Permission.ADD_SPEAKERS, speaker.zones())
            .compose(may -> rooms.roster().book().place(speaker.id(), site.get(), visit.by())),
        stored -> visit.goTo("/speakers/" + speaker.id().value(), "placed"));
  }
}

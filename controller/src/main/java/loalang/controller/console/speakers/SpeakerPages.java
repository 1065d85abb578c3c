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
import java.util.function.Consumer;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.plans.Readiness;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;

/** The door: all loudspeakers, one of them, a new one. On the event loop. */
public final class SpeakerPages {
  private static final int HISTORY = 50;
  private static final Duration COMING = Duration.ofHours(24);
  private static final int UNPROCESSABLE = 422;

  private final PageDoor door;
  private final Rooms rooms;

  /** The pages. */
  public SpeakerPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    router
        .get("/speakers")
        .handler(door.page(Place.SPEAKERS, visit -> visit.show("speakers/page.jte", list())));
    router
        .get("/parts/speakers")
        .handler(door.part(Place.SPEAKERS, visit -> visit.show("speakers/live.jte", list())));
    router
        .get("/speakers/new")
        .handler(door.page(Place.SPEAKERS, visit -> visit.show("speakers/new.jte", blank())));
    router.post("/speakers/new").handler(form).handler(door.form(Place.SPEAKERS, this::issue));
    router
        .get("/speakers/:speaker")
        .handler(door.page(Place.SPEAKERS, visit -> known(visit, speaker -> one(visit, speaker))));
    router
        .post("/speakers/:speaker/place")
        .handler(form)
        .handler(
            door.form(Place.SPEAKERS, visit -> known(visit, speaker -> place(visit, speaker))));
    router
        .post("/speakers/:speaker/revoke")
        .handler(form)
        .handler(
            door.form(Place.SPEAKERS, visit -> known(visit, speaker -> revoke(visit, speaker))));
  }

  private void revoke(Visit visit, Speaker speaker) {
    visit.with(
        visit
            .allowed(Permission.ADD_SPEAKERS, speaker.zones())
            .compose(may -> rooms.enrolment().revoke(speaker.id(), visit.by())),
        revoked -> visit.goTo("/speakers", "revoked"));
  }

  private Future<SpeakerList> list() {
    Future<Map<SpeakerId, Site>> sites = rooms.roster().book().sites();
    Future<List<Readiness>> coming = rooms.delivery().readiness().coming(COMING);
    return Future.all(sites, coming)
        .map(
            known ->
                SpeakerList.of(
                    rooms.timetable().outlook().now(),
                    rooms.roster().all(),
                    sites.result(),
                    coming.result()));
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

  private void known(Visit visit, Consumer<Speaker> next) {
    SpeakerId id = new SpeakerId(visit.path("speaker"));
    rooms.roster().find(id).ifPresentOrElse(next, () -> visit.refuse(EnrolmentDesk.unknown(id)));
  }

  private void one(Visit visit, Speaker speaker) {
    Future<SiteForm> typed =
        rooms
            .roster()
            .book()
            .sites()
            .map(sites -> SiteForm.of(sites.getOrDefault(speaker.id(), Site.UNKNOWN)));
    visit.show("speakers/one.jte", typed.compose(form -> view(speaker, form, Optional.empty())));
  }

  private void place(Visit visit, Speaker speaker) {
    SiteForm typed =
        new SiteForm(visit.field("place"), visit.field("latitude"), visit.field("longitude"));
    Optional<Site> site = typed.site();
    if (site.isEmpty()) {
      visit.with(
          view(speaker, typed, Optional.of("place.wrong")),
          view -> visit.show(UNPROCESSABLE, "speakers/one.jte", view));
      return;
    }
    visit.with(
        visit
            .allowed(Permission.ADD_SPEAKERS, speaker.zones())
            .compose(may -> rooms.roster().book().place(speaker.id(), site.get(), visit.by())),
        stored -> visit.goTo("/speakers/" + speaker.id().value(), "placed"));
  }

  private Future<SpeakerView> view(Speaker speaker, SiteForm typed, Optional<String> wrong) {
    return rooms
        .roster()
        .book()
        .history(speaker.id(), HISTORY)
        .map(history -> new SpeakerView(speaker, List.copyOf(history), typed, wrong));
  }
}

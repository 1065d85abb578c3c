// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.Volume;

/** How loud a loudspeaker is, and that it looks itself over. On the event loop. */
final class CarePages {
  private static final int UNPROCESSABLE = 422;
  private static final String ONE = "speakers/one.jte";

  private final PageDoor door;
  private final Rooms rooms;
  private final SpeakerDesk desk;

  CarePages(PageDoor door, Rooms rooms, SpeakerDesk desk) {
    this.door = door;
    this.rooms = rooms;
    this.desk = desk;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .post("/speakers/self-test")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::testZone));
    router
        .post("/speakers/:speaker/self-test")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::test));
    router
        .post("/speakers/:speaker/volume")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::volume));
    router
        .post("/speakers/:speaker/volume/back")
        .handler(form)
        .handler(door.form(Place.SPEAKERS, this::takeBack));
  }

  private void testZone(Visit visit) {
    PagingZone zone = new PagingZone(visit.field("zone"));
    visit.with(
        visit
            .allowed(Permission.TUNE_SPEAKERS, Set.of(zone))
            .compose(may -> rooms.delivery().selfTests().ask(zone, visit.by())),
        asked -> visit.goTo("/speakers", "testing"));
  }

  private void test(Visit visit) {
    Speaker speaker = desk.named(visit);
    visit.with(
        visit
            .allowed(Permission.TUNE_SPEAKERS, speaker.zones())
            .compose(may -> rooms.delivery().selfTests().ask(speaker, visit.by())),
        asked -> visit.goTo(path(speaker), "testing"));
  }

  /** Shows what it will be in words; sends it when that was seen. */
  private void volume(Visit visit) {
    Speaker speaker = desk.named(visit);
    VolumeForm typed = VolumeForm.typed(visit);
    Optional<Volume> volume = typed.volume();
    if (volume.isPresent() && visit.field("sure").equals("yes")) {
      visit.with(
          visit
              .allowed(Permission.TUNE_SPEAKERS, speaker.zones())
              .compose(may -> rooms.delivery().volumes().set(speaker, volume.get(), visit.by())),
          set -> visit.goTo(path(speaker), "volume"));
    } else {
      visit.with(
          visit
              .allowed(Permission.TUNE_SPEAKERS, speaker.zones())
              .compose(may -> desk.view(visit, SpeakerDesk.Typed.volume(typed))),
          view -> visit.show(volume.isPresent() ? Visit.OK : UNPROCESSABLE, ONE, view));
    }
  }

  private void takeBack(Visit visit) {
    Speaker speaker = desk.named(visit);
    visit.with(
        visit
            .allowed(Permission.TUNE_SPEAKERS, speaker.zones())
            .compose(may -> rooms.delivery().volumes().takeBack(speaker, visit.by())),
        set -> visit.goTo(path(speaker), "volume"));
  }

  private static String path(Speaker speaker) {
    return "/speakers/" + speaker.id().value();
  }
}

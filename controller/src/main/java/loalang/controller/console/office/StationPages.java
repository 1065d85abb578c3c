// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import loalang.announcements.audio.Mastering;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.approval.OfficeSettings;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.station.Loudspeakers;
import loalang.controller.station.StationDesk;
import loalang.controller.station.StationSettings;
import loalang.protocol.Problem;

/** How the station sounds, which voices there are, what the office asks of its people. */
final class StationPages {
  private static final String HERE = "/office/station";

  private final PageDoor door;
  private final Rooms rooms;
  private final StationDesk station;

  StationPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.station = rooms.desks().sound().station();
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(
            door.page(
                Place.OFFICE,
                visit -> show(visit, station.current().settings(), Optional.empty())));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::put));
    router.post("/office/rules").handler(form).handler(door.form(Place.OFFICE, this::putRules));
  }

  private void show(Visit visit, StationSettings form, Optional<Problem> why) {
    visit.with(
        rooms.people().settings().find(),
        rules ->
            visit.show(
                why.map(Faults::statusOf).orElse(Visit.OK),
                "office/station.jte",
                new StationPage(
                    station.current(),
                    form,
                    station.voices().all(),
                    rules,
                    new StationPage.Denied(
                        visit.denial(Permission.SET_STATION),
                        visit.denial(Permission.CHANGE_SETTINGS)),
                    why)));
  }

  private void put(Visit visit) {
    StationSettings form = form(visit);
    visit.attempt(
        visit
            .allowed(Permission.SET_STATION)
            .compose(may -> station.put(form, seen(visit), visit.by())),
        kept -> visit.goTo(HERE, "station-kept"),
        why -> show(visit, form, Optional.of(why)));
  }

  private StationSettings form(Visit visit) {
    StationSettings now = station.current().settings();
    String voice = visit.field("voice");
    double lufs =
        StationPage.LOUDNESS.stream()
            .filter(offered -> offered.toString().equals(visit.field("loudness")))
            .findFirst()
            .map(Integer::doubleValue)
            .orElse(now.mastering().targetLufs());
    return new StationSettings(
        new StationSettings.Lines(
            visit.field("opening"), visit.field("closing"), visit.field("synthetic").equals("yes")),
        visit.field("chime"),
        new Mastering(lufs, now.mastering().ceilingDbtp()),
        Loudspeakers.of(visit.field("loudspeakers")),
        voice.isEmpty() ? Optional.empty() : Optional.of(new VoiceId(voice)),
        VoiceDialect.of(visit.field("dialect")));
  }

  private static OptionalLong seen(Visit visit) {
    String version = visit.field("version");
    return version.matches("\\d{1,15}")
        ? OptionalLong.of(Long.parseLong(version))
        : OptionalLong.empty();
  }

  private void putRules(Visit visit) {
    OfficeSettings rules =
        new OfficeSettings(visit.field("approval").equals("yes"), visit.field("two").equals("yes"));
    Future<OfficeSettings> kept =
        visit
            .allowed(Permission.CHANGE_SETTINGS)
            .compose(may -> rooms.people().settings().put(visit.by(), rules));
    visit.attempt(
        kept,
        done -> visit.goTo(HERE, "rules-kept"),
        why -> show(visit, station.current().settings(), Optional.of(why)));
  }
}

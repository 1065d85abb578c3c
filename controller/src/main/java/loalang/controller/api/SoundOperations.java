// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.announcements.Notice;
import loalang.announcements.voice.Language;
import loalang.controller.sent.Inbox;
import loalang.controller.station.KeptSettings;
import loalang.controller.studio.Studio;
import loalang.controller.versions.VersionDesk;
import loalang.controller.versions.VersionName;
import loalang.controller.versions.ZoneVersion;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * What the operations about voices and sound do.
 *
 * @param desks that are asked
 */
record SoundOperations(Rooms.Desks desks) {
  private static final int USUAL_LIMIT = 50;
  private static final String LANGUAGE = "language";

  Map<String, Function<Asked, Future<JsonObject>>> all() {
    return Map.ofEntries(
        Map.entry("getNotice", asked -> show(notice(asked))),
        Map.entry("renderNotice", this::render),
        Map.entry("getProduction", this::production),
        Map.entry("cancelProduction", this::cancel),
        Map.entry("putVersion", this::putVersion),
        Map.entry("removeVersion", this::removeVersion),
        Map.entry("renderVersion", this::renderVersion),
        Map.entry(
            "listZoneVersions", asked -> desks.sound().versions().zones().map(SoundJson::zones)),
        Map.entry("putZoneVersion", this::putZoneVersion),
        Map.entry("removeZoneVersion", this::removeZoneVersion),
        Map.entry("getStation", asked -> Future.succeededFuture(station())),
        Map.entry("putStation", this::putStation),
        Map.entry("listStationHistory", this::stationHistory));
  }

  Future<byte[]> listenToVersion(Asked asked) {
    return desks.sound().versions().listen(notice(asked), version(asked));
  }

  /** A notice that a person spoke; the request's body goes to a file. */
  Future<JsonObject> createRecorded(Asked asked, RoutingContext context) {
    String title = asked.word("title").orElseThrow();
    Notice notice =
        new Notice(
            title,
            language(asked),
            null,
            asked
                .word("priority")
                .map(name -> Priority.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Priority.ROUTINE),
            zones(asked),
            asked.word("about").filter(about -> !about.isBlank()).orElse(title));
    Studio.Named named = new Studio.Named(notice, asked.word("id").map(AnnouncementId::new));
    return desks
        .sound()
        .inbox()
        .take(
            incoming(asked, context),
            sent -> desks.studio().createRecorded(named, sent, asked.by()))
        .compose(card -> show(card.id()));
  }

  /** A version that a person spoke; the request's body goes to a file. */
  Future<JsonObject> recordVersion(Asked asked, RoutingContext context) {
    AnnouncementId notice = notice(asked);
    VersionDesk versions = desks.sound().versions();
    return desks
        .sound()
        .inbox()
        .take(
            incoming(asked, context),
            sent ->
                versions.record(
                    notice,
                    versions.spokenByAPerson(version(asked), language(asked), asked.by().who()),
                    sent,
                    asked.by()))
        .compose(kept -> show(notice));
  }

  private Future<JsonObject> show(AnnouncementId notice) {
    return desks
        .studio()
        .find(notice)
        .compose(
            card ->
                desks
                    .sound()
                    .versions()
                    .of(notice)
                    .map(contents -> SoundJson.notice(card, contents, current())));
  }

  private Future<JsonObject> render(Asked asked) {
    return desks.studio().render(notice(asked), asked.by()).compose(card -> show(card.id()));
  }

  private Future<JsonObject> production(Asked asked) {
    return desks
        .studio()
        .find(notice(asked))
        .map(card -> SoundJson.progress(desks.sound().productions().of(card.id())));
  }

  private Future<JsonObject> cancel(Asked asked) {
    return desks
        .studio()
        .find(notice(asked))
        .map(
            card -> {
              desks.sound().productions().cancel(card.id());
              return SoundJson.progress(desks.sound().productions().of(card.id()));
            });
  }

  private Future<JsonObject> putVersion(Asked asked) {
    return desks
        .sound()
        .versions()
        .put(notice(asked), version(asked), SoundJson.text(asked.json()), asked.by())
        .compose(kept -> show(notice(asked)));
  }

  private Future<JsonObject> removeVersion(Asked asked) {
    return desks
        .sound()
        .versions()
        .remove(notice(asked), version(asked), asked.by())
        .compose(gone -> show(notice(asked)));
  }

  private Future<JsonObject> renderVersion(Asked asked) {
    return desks
        .sound()
        .versions()
        .render(notice(asked), version(asked), asked.by())
        .compose(rendered -> show(notice(asked)));
  }

  private Future<JsonObject> putZoneVersion(Asked asked) {
    VersionName version = new VersionName(asked.json().getString("version"));
    return desks.sound().versions().set(zone(asked), version, asked.by()).map(SoundJson::zones);
  }

  private Future<JsonObject> removeZoneVersion(Asked asked) {
    Future<List<ZoneVersion>> left = desks.sound().versions().letGo(zone(asked), asked.by());
    return left.map(SoundJson::zones);
  }

  private Future<JsonObject> putStation(Asked asked) {
    JsonObject json = asked.json();
    Long seen = json.getLong("version");
    return desks
        .sound()
        .station()
        .put(
            SoundJson.settings(json, current().settings()),
            seen == null ? OptionalLong.empty() : OptionalLong.of(seen),
            asked.by())
        .map(SoundJson::station);
  }

  private Future<JsonObject> stationHistory(Asked asked) {
    return desks
        .sound()
        .station()
        .history(asked.number("limit", USUAL_LIMIT))
        .map(all -> ApiJson.list("settings", all, SoundJson::station));
  }

  private JsonObject station() {
    return SoundJson.station(current());
  }

  private KeptSettings current() {
    return desks.sound().station().current();
  }

  private static Set<PagingZone> zones(Asked asked) {
    return Arrays.stream(asked.word("zones").orElse("").split(",", -1))
        .map(String::strip)
        .filter(zone -> !zone.isEmpty())
        .map(PagingZone::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Inbox.Incoming incoming(Asked asked, RoutingContext context) {
    String name = asked.word("file").orElse("recording");
    return new Inbox.Incoming(name, context.request(), Bodies.over(context));
  }

  private static Language language(Asked asked) {
    return asked.word(LANGUAGE).map(Language::new).orElse(Language.VIETNAMESE);
  }

  private static AnnouncementId notice(Asked asked) {
    return new AnnouncementId(asked.path("notice"));
  }

  private static VersionName version(Asked asked) {
    return new VersionName(asked.path("version"));
  }

  private static PagingZone zone(Asked asked) {
    return new PagingZone(asked.path("zone"));
  }
}

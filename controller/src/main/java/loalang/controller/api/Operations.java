// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import loalang.announcements.Notice;
import loalang.controller.accounts.Permission;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Studio;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;

/**
 * What each operation of the contract does: parse, call a room, give its answer's form.
 *
 * @param rooms that are asked
 */
record Operations(Rooms rooms) {
  private static final int USUAL_LIMIT = 50;
  private static final int USUAL_HOURS = 24;

  Future<JsonObject> listNotices(Asked asked) {
    return rooms
        .studio()
        .newest(asked.number("limit", USUAL_LIMIT))
        .map(cards -> ApiJson.list("notices", cards, ApiJson::noticeLine));
  }

  Future<JsonObject> createNotice(Asked asked) {
    Optional<AnnouncementId> wanted = Optional.empty();
    String text;
    if (asked.isJson()) {
      text = asked.json().getString("text");
      wanted = Optional.ofNullable(asked.json().getString("id")).map(AnnouncementId::new);
    } else {
      text = asked.text();
    }
    return rooms.studio().create(text, wanted, asked.by()).map(ApiJson::notice);
  }

  Future<JsonObject> listAirings(Asked asked) {
    return rooms
        .log()
        .newest(asked.number("limit", USUAL_LIMIT))
        .map(airings -> ApiJson.list("airings", airings, ApiJson::airing));
  }

  Future<JsonObject> getAiring(Asked asked) {
    return find(airing(asked)).map(ApiJson::airing);
  }

  Future<JsonObject> stopAiring(Asked asked) {
    AiringId airing = airing(asked);
    return find(airing)
        .compose(
            found -> {
              asked.require(Permission.STOP, found.planned().zones());
              return rooms.dispatcher().stop(airing, asked.by());
            })
        .compose(stopped -> find(airing))
        .map(ApiJson::airing);
  }

  Future<JsonObject> airNotice(Asked asked) {
    JsonObject json = asked.json();
    AnnouncementId id = new AnnouncementId(json.getString("notice"));
    Set<PagingZone> zones = zones(json.getJsonArray("zones"));
    asked.require(Permission.AIR, zones);
    Set<PagingZone> empty = rooms.roster().empty(zones);
    if (!empty.isEmpty()) {
      return Future.failedFuture(new ProblemException(unknownZones(empty)));
    }
    return rooms.studio().find(id).compose(card -> air(card, zones, asked)).map(ApiJson::airing);
  }

  Future<JsonObject> listSpeakers(Asked asked) {
    return Future.succeededFuture(ApiJson.list("speakers", rooms.roster().all(), ApiJson::speaker));
  }

  Future<JsonObject> revokeSpeaker(Asked asked) {
    SpeakerId speaker = new SpeakerId(asked.path("speaker"));
    rooms
        .roster()
        .find(speaker)
        .ifPresent(known -> asked.require(Permission.ADD_SPEAKERS, known.zones()));
    return rooms
        .enrolment()
        .revoke(speaker, asked.by())
        .map(done -> new JsonObject().put("speaker", speaker.value()));
  }

  Future<JsonObject> issueTicket(Asked asked) {
    JsonObject json = asked.json();
    Optional<SpeakerId> speaker =
        Optional.ofNullable(json.getString("speaker")).map(SpeakerId::new);
    Set<PagingZone> zones = zones(json.getJsonArray("zones"));
    asked.require(Permission.ADD_SPEAKERS, zones);
    return rooms.enrolment().issue(speaker, zones, asked.by()).map(ApiJson::ticket);
  }

  Future<JsonObject> listCues(Asked asked) {
    Duration horizon = Duration.ofHours(asked.number("hours", USUAL_HOURS));
    return rooms.timetable().next(horizon).map(cues -> ApiJson.list("cues", cues, ApiJson::cue));
  }

  Future<byte[]> listen(Asked asked) {
    return rooms.studio().listen(notice(asked));
  }

  private Future<AiringRecord> air(NoticeCard card, Set<PagingZone> zones, Asked asked) {
    return Studio.recordingOf(card)
        .compose(recording -> rooms.studio().read(card.id()))
        .map(notice -> wish(card.id(), zones, asked.json(), notice))
        .compose(wish -> cleared(wish, asked))
        .compose(wish -> rooms.timetable().air(wish, card, asked.by()));
  }

  private Future<OneOff> cleared(OneOff wish, Asked asked) {
    return rooms
        .people()
        .clear(asked.by(), wish.announcement(), wish.priority())
        .map(cleared -> wish);
  }

  private OneOff wish(AnnouncementId id, Set<PagingZone> zones, JsonObject json, Notice notice) {
    Instant start =
        Optional.ofNullable(json.getString("startAt"))
            .map(Operations::instant)
            .orElseGet(rooms.timetable()::soon)
            .truncatedTo(ChronoUnit.MILLIS); // as it is stored
    LateRule late =
        Optional.ofNullable(json.getInteger("lateSeconds"))
            .map(seconds -> LateRule.skipAfter(Duration.ofSeconds(seconds)))
            .orElse(LateRule.USUAL);
    Priority priority =
        Optional.ofNullable(json.getString("priority"))
            .map(name -> Priority.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(notice.priority());
    String name = Optional.ofNullable(json.getString("id")).orElseGet(Operations::freshName);
    return new OneOff(new CueId(name), id, zones, priority, start, late);
  }

  private Future<AiringRecord> find(AiringId id) {
    return rooms
        .log()
        .find(id)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(Dispatcher.unknown(id))));
  }

  private static AnnouncementId notice(Asked asked) {
    return new AnnouncementId(asked.path("notice"));
  }

  private static AiringId airing(Asked asked) {
    return new AiringId(asked.path("airing"));
  }

  static Set<PagingZone> zones(JsonArray names) {
    Set<PagingZone> zones = new LinkedHashSet<>();
    names.forEach(name -> zones.add(new PagingZone(String.valueOf(name))));
    return zones;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          new Problem(
              "REQUEST_INVALID",
              "startAt \"%s\" is no instant.".formatted(text),
              "Write it in UTC: 2026-11-22T23:00:00Z."),
          e);
    }
  }

  private static String freshName() {
    return "phat-" + UUID.randomUUID();
  }

  private Problem unknownZones(Set<PagingZone> empty) {
    return new Problem(
        "ZONE_UNKNOWN",
        "No speaker is in %s.".formatted(empty),
        "The zones with speakers are %s.".formatted(rooms.roster().zones()));
  }
}

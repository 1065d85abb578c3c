// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.controller.accounts.Permission;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.dispatch.VolumeDesk;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.report.SelfCheck;

/**
 * What the contract's operations about volume and self-tests do.
 *
 * @param delivery the rooms that are asked
 * @param roster who there is
 */
record CareOperations(Rooms.Delivery delivery, Roster roster) {

  Map<String, Function<Asked, Future<JsonObject>>> all() {
    return Map.of(
        "getVolume", this::volume,
        "setVolume", this::setVolume,
        "takeVolumeBack", this::takeVolumeBack,
        "getSelfTest", this::selfTest,
        "askSelfTest", this::askSelfTest,
        "askSelfTests", this::askSelfTests);
  }

  private Future<JsonObject> volume(Asked asked) {
    return speaker(asked)
        .compose(speaker -> delivery.volumes().of(speaker.id()))
        .map(CareOperations::standing);
  }

  private Future<JsonObject> setVolume(Asked asked) {
    Volume volume = volume(asked.json());
    return tuned(asked)
        .compose(speaker -> delivery.volumes().set(speaker, volume, asked.by()))
        .map(CareOperations::standing);
  }

  private Future<JsonObject> takeVolumeBack(Asked asked) {
    return tuned(asked)
        .compose(speaker -> delivery.volumes().takeBack(speaker, asked.by()))
        .map(CareOperations::standing);
  }

  private Future<JsonObject> selfTest(Asked asked) {
    Instant now = delivery.readiness().now();
    return speaker(asked)
        .compose(
            speaker ->
                delivery
                    .selfTests()
                    .newest()
                    .map(
                        all ->
                            test(speaker.id(), Optional.ofNullable(all.get(speaker.id())), now)));
  }

  private Future<JsonObject> askSelfTest(Asked asked) {
    return tuned(asked)
        .compose(speaker -> delivery.selfTests().ask(speaker, asked.by()))
        .compose(sent -> selfTest(asked));
  }

  private Future<JsonObject> askSelfTests(Asked asked) {
    PagingZone zone = new PagingZone(String.valueOf(asked.json().getString("zone")));
    asked.require(Permission.TUNE_SPEAKERS, Set.of(zone));
    return delivery
        .selfTests()
        .ask(zone, asked.by())
        .map(
            sent ->
                new JsonObject()
                    .put("zone", zone.toString())
                    .put(
                        "asked",
                        new JsonArray(
                            roster.all().stream()
                                .filter(speaker -> speaker.isIn(zone))
                                .map(speaker -> speaker.id().value())
                                .toList())));
  }

  private Future<Speaker> speaker(Asked asked) {
    SpeakerId id = new SpeakerId(asked.path("speaker"));
    return roster
        .find(id)
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new ProblemException(EnrolmentDesk.unknown(id))));
  }

  private Future<Speaker> tuned(Asked asked) {
    return speaker(asked)
        .map(
            speaker -> {
              asked.require(Permission.TUNE_SPEAKERS, speaker.zones());
              return speaker;
            });
  }

  private static Volume volume(JsonObject json) {
    List<Volume.Hours> hours = new ArrayList<>();
    try {
      JsonArray named = json.getJsonArray("byHour", new JsonArray());
      for (int i = 0; i < named.size(); i++) {
        JsonObject one = named.getJsonObject(i);
        hours.add(
            new Volume.Hours(
                LocalTime.parse(one.getString("from")),
                LocalTime.parse(one.getString("until")),
                new Gain(one.getDouble("gain"))));
      }
      return new Volume(new Gain(json.getDouble("level")), hours);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ProblemException(
          new Problem(
              "VOLUME_INVALID",
              String.valueOf(e.getMessage()),
              "Name -60 to 0 dB and hours like 05:30 that do not overlap."),
          e);
    }
  }

  private static JsonObject standing(VolumeDesk.Standing standing) {
    JsonObject json =
        new JsonObject()
            .put("isObeyed", standing.isObeyed())
            .put("before", json(standing.before()));
    standing
        .wish()
        .ifPresent(
            wish -> {
              JsonObject wished =
                  json(wish.volume()).put("by", wish.by()).put("at", wish.at().toString());
              wish.refused().ifPresent(why -> wished.put("refused", why));
              json.put("wished", wished);
            });
    standing
        .obeyed()
        .ifPresent(
            obeyed -> json.put("obeyed", json(obeyed.volume()).put("at", obeyed.at().toString())));
    return json;
  }

  private static JsonObject json(Volume volume) {
    JsonArray hours = new JsonArray();
    volume
        .hours()
        .forEach(
            one ->
                hours.add(
                    new JsonObject()
                        .put("from", one.from().toString())
                        .put("until", one.until().toString())
                        .put("gain", one.gain().decibels())));
    return new JsonObject().put("level", volume.level().decibels()).put("byHour", hours);
  }

  private static JsonObject test(
      SpeakerId speaker, Optional<SelfTestDesk.Result> result, Instant now) {
    JsonObject json = new JsonObject().put("speaker", speaker.value());
    result.ifPresent(
        one -> {
          json.put("by", one.by())
              .put("askedAt", one.asked().toString())
              .put("stage", one.stage(now).name().toLowerCase(Locale.ROOT));
          one.answered().ifPresent(at -> json.put("answeredAt", at.toString()));
          one.refused().ifPresent(why -> json.put("refused", why));
          JsonArray checks = new JsonArray();
          one.checks().forEach(check -> checks.add(check(check)));
          json.put("checks", checks);
        });
    return json;
  }

  private static JsonObject check(SelfCheck check) {
    JsonObject json =
        new JsonObject().put("check", check.check()).put("finding", check.finding().wireName());
    Optional.ofNullable(check.measured()).ifPresent(value -> json.put("measured", value));
    Optional.ofNullable(check.due()).ifPresent(value -> json.put("due", value));
    Optional.ofNullable(check.why()).ifPresent(value -> json.put("why", value));
    return json;
  }
}

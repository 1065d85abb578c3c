// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loalang.controller.dispatch.Silence;
import loalang.controller.dispatch.SilenceDesk;
import loalang.controller.keys.KeyStanding;
import loalang.controller.plans.Readiness;
import loalang.protocol.Problem;
import loalang.protocol.enrolment.TrustedKey;

/** What readiness, silence and keys look like in the contract. */
final class DeliveryJson {
  private DeliveryJson() {}

  static JsonObject readiness(List<Readiness> coming, List<Problem> problems, Instant now) {
    return ApiJson.list("airings", coming, one -> readiness(one, now))
        .put(
            "problems",
            ApiJson.list("all", problems, one -> ApiJson.problem(one, one.whatHappened()))
                .getJsonArray("all"));
  }

  private static JsonObject readiness(Readiness one, Instant now) {
    JsonArray notReady = new JsonArray();
    one.notReady().forEach(speaker -> notReady.add(notReady(speaker)));
    return new JsonObject()
        .put("airing", one.airing().id().value())
        .put("title", one.airing().title())
        .put("startAt", one.airing().start().toString())
        .put("ready", one.ready())
        .put("expected", one.expected())
        .put("level", word(one.level(now)))
        .put("notReady", notReady);
  }

  private static JsonObject notReady(Readiness.NotReady one) {
    JsonObject json =
        new JsonObject().put("speaker", one.speaker().value()).put("why", word(one.why()));
    one.detail().ifPresent(detail -> json.put("detail", detail));
    put(json, "lastSeen", one.lastSeen());
    return json;
  }

  static JsonObject silence(SilenceDesk.Told told, Instant now) {
    Silence silence = told.silence();
    JsonObject json =
        new JsonObject()
            .put("zones", names(silence.zones()))
            .put("from", silence.from().toString())
            .put("until", silence.until().toString())
            .put("by", silence.by())
            .put("holds", silence.holdsAt(now))
            .put("expected", told.meant().size())
            .put("obeying", names(told.obeying()));
    put(json, "liftedAt", silence.lifted());
    silence.liftedBy().ifPresent(who -> json.put("liftedBy", who));
    return json;
  }

  static JsonObject keys(KeyStanding standing) {
    JsonArray adopted = new JsonArray();
    standing.adopted().entrySet().stream()
        .sorted((one, other) -> one.getKey().value().compareTo(other.getKey().value()))
        .forEach(
            one ->
                adopted.add(
                    new JsonObject()
                        .put("speaker", one.getKey().value())
                        .put("edition", one.getValue())));
    JsonObject json =
        new JsonObject()
            .put("current", standing.current().thumbprint())
            .put("edition", standing.edition())
            .put(
                "trusted",
                ApiJson.list("all", standing.trusted(), DeliveryJson::key).getJsonArray("all"))
            .put("adopted", adopted);
    standing.next().ifPresent(key -> json.put("next", key.thumbprint()));
    standing.former().ifPresent(key -> json.put("former", key.thumbprint()));
    return json;
  }

  private static JsonObject key(TrustedKey key) {
    return new JsonObject()
        .put("id", key.key().id().thumbprint())
        .put("key", key.key().x())
        .put("level", key.issuer().wireName());
  }

  private static JsonArray names(Collection<?> names) {
    return new JsonArray(names.stream().map(String::valueOf).sorted().toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(JsonObject json, String name, Optional<Instant> instant) {
    instant.ifPresent(at -> json.put(name, at.toString()));
  }
}

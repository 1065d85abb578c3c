// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.audit.Author;
import loalang.controller.keys.KeyImport;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What the contract's operations about delivery do: readiness, silence, keys.
 *
 * @param delivery the rooms that are asked
 */
record DeliveryOperations(Rooms.Delivery delivery) {
  private static final int USUAL_HOURS = 2;
  private static final int USUAL_LIMIT = 20;

  Future<JsonObject> readiness(Asked asked) {
    Instant now = delivery.readiness().now();
    return delivery
        .readiness()
        .coming(Duration.ofHours(asked.number("hours", USUAL_HOURS)))
        .map(coming -> DeliveryJson.readiness(coming, delivery.plans().problems(), now));
  }

  Future<JsonObject> silences(Asked asked) {
    Instant now = delivery.readiness().now();
    return delivery
        .silence()
        .newest(asked.number("limit", USUAL_LIMIT))
        .map(told -> ApiJson.list("silences", told, one -> DeliveryJson.silence(one, now)));
  }

  Future<JsonObject> silence(Asked asked) {
    Instant now = delivery.readiness().now();
    Instant until = instant("until", asked.json().getString("until"));
    Set<PagingZone> zones = zones(asked.json().getJsonArray("zones"));
    asked.require(Permission.SILENCE, zones);
    return delivery
        .silence()
        .order(zones, until, asked.by())
        .map(told -> DeliveryJson.silence(told, now));
  }

  Future<JsonObject> lift(Asked asked) {
    Instant now = delivery.readiness().now();
    Set<PagingZone> zones = new LinkedHashSet<>();
    asked.word("zone").map(PagingZone::new).ifPresent(zones::add);
    asked.require(Permission.SILENCE, zones);
    return delivery.silence().lift(zones, asked.by()).map(told -> DeliveryJson.silence(told, now));
  }

  Future<JsonObject> keys(Asked asked) {
    return delivery.keys().standing().map(DeliveryJson::keys);
  }

  Future<JsonObject> rotate(Asked asked) {
    Optional<Instant> at =
        Optional.ofNullable(asked.json().getString("at")).map(text -> instant("at", text));
    return delivery.keys().rotate(at, asked.by()).map(DeliveryJson::keys);
  }

  Future<JsonObject> revoke(Asked asked) {
    return delivery.keys().revoke(asked.by()).map(DeliveryJson::keys);
  }

  Future<JsonObject> importKey(Asked asked) {
    JsonObject json = asked.json();
    String statement = json.getString("statement");
    return (statement == null ? grant(json, asked.by()) : imports().relay(statement, asked.by()))
        .compose(done -> delivery.keys().standing())
        .map(DeliveryJson::keys);
  }

  private Future<Void> grant(JsonObject json, Author by) {
    String level = json.getString("level");
    String key = json.getString("key");
    if (level == null || key == null) {
      return Future.failedFuture(
          invalid(
              "The import has neither a statement nor a level with a key.", "Send one of both."));
    }
    try {
      return imports()
          .grant(
              new TrustedKey(new VerifyKey(key), Issuer.valueOf(level.toUpperCase(Locale.ROOT))),
              by);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(
          invalid("The key is none: %s".formatted(e.getMessage()), "Ask for the right file."));
    }
  }

  private KeyImport imports() {
    return delivery.keys().imports();
  }

  private static Set<PagingZone> zones(@Nullable JsonArray names) {
    Set<PagingZone> zones = new LinkedHashSet<>();
    if (names != null) {
      names.forEach(name -> zones.add(new PagingZone(String.valueOf(name))));
    }
    return zones;
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(
          "%s \"%s\" is no instant.".formatted(name, text),
          "Write it in UTC: 2026-11-22T23:00:00Z.");
    }
  }

  private static ProblemException invalid(String what, String next) {
    return new ProblemException(new Problem("REQUEST_INVALID", what, next));
  }
}

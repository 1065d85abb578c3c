// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loalang.controller.accounts.AccountDesk;
import loalang.controller.accounts.Grant;
import loalang.controller.accounts.Role;
import loalang.protocol.PagingZone;

/**
 * What the operations about other people's accounts do.
 *
 * @param desk that is asked
 */
record AccountOperations(AccountDesk desk) {

  Future<JsonObject> list(Asked asked) {
    return Future.succeededFuture(ApiJson.list("accounts", desk.all(), PeopleJson::account));
  }

  Future<JsonObject> add(Asked asked) {
    JsonObject json = asked.json();
    return desk.add(asked.by(), json.getString("name"), grants(json))
        .map(AccountOperations::handed);
  }

  Future<JsonObject> grant(Asked asked) {
    return desk.grant(asked.by(), name(asked), grants(asked.json())).map(PeopleJson::account);
  }

  Future<JsonObject> disable(Asked asked) {
    return desk.disable(asked.by(), name(asked)).map(PeopleJson::account);
  }

  Future<JsonObject> enable(Asked asked) {
    return desk.enable(asked.by(), name(asked)).map(PeopleJson::account);
  }

  Future<JsonObject> resetPassword(Asked asked) {
    return desk.resetPassword(asked.by(), name(asked)).map(AccountOperations::handed);
  }

  Future<JsonObject> removeTotp(Asked asked) {
    return desk.removeTotp(asked.by(), name(asked)).map(PeopleJson::account);
  }

  Future<JsonObject> sessions(Asked asked) {
    return desk.sessions(name(asked))
        .map(sessions -> ApiJson.list("sessions", sessions, PeopleJson::session));
  }

  Future<JsonObject> endSessions(Asked asked) {
    return desk.endSessions(asked.by(), name(asked)).map(PeopleJson::account);
  }

  private static JsonObject handed(AccountDesk.Handed handed) {
    return PeopleJson.account(handed.card()).put("oneTimePassword", handed.password());
  }

  private static String name(Asked asked) {
    return asked.path("account");
  }

  private static List<Grant> grants(JsonObject json) {
    List<Grant> grants = new ArrayList<>();
    Set<Role> seen = EnumSet.noneOf(Role.class);
    for (Object one : json.getJsonArray("grants")) {
      JsonObject grant = (JsonObject) one;
      Role role = Role.ofWord(grant.getString("role")).orElseThrow(); // the contract knows them
      if (!seen.add(role)) {
        throw new IllegalArgumentException(
            "Role %s stands twice; name all its zones in one place.".formatted(role.word()));
      }
      Set<PagingZone> zones = new LinkedHashSet<>();
      grant
          .getJsonArray("zones", new JsonArray())
          .forEach(zone -> zones.add(new PagingZone(String.valueOf(zone))));
      grants.add(new Grant(role, zones));
    }
    return grants;
  }
}

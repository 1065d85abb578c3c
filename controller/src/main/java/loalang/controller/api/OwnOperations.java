// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import loalang.controller.accounts.OwnDesk;
import loalang.controller.accounts.Session;

/**
 * What the operations about one's own account do.
 *
 * @param people that are asked
 */
record OwnOperations(Rooms.People people) {
  private static final String CODE = "code";

  Future<JsonObject> me(Asked asked) {
    Session session = asked.session();
    return Future.succeededFuture(
        PeopleJson.account(own().card(session.account()))
            .put("csrfToken", session.csrfToken())
            .put("session", session.id()));
  }

  Future<JsonObject> changePassword(Asked asked) {
    JsonObject json = asked.json();
    return own()
        .changePassword(asked.session(), json.getString("current"), json.getString("chosen"))
        .map(PeopleJson::account);
  }

  Future<JsonObject> beginTotp(Asked asked) {
    return own()
        .beginTotp(asked.by(), people.communeName())
        .map(fresh -> new JsonObject().put("secret", fresh.secret()).put("uri", fresh.uri()));
  }

  Future<JsonObject> confirmTotp(Asked asked) {
    return own()
        .confirmTotp(asked.by(), asked.json().getString(CODE))
        .map(codes -> new JsonObject().put("recoveryCodes", new JsonArray(codes)));
  }

  Future<JsonObject> removeTotp(Asked asked) {
    return own().removeTotp(asked.session(), asked.word(CODE).orElse("")).map(PeopleJson::account);
  }

  Future<JsonObject> sessions(Asked asked) {
    return Future.succeededFuture(
        ApiJson.list("sessions", own().sessions(asked.by().who()), PeopleJson::session));
  }

  Future<JsonObject> endSession(Asked asked) {
    return own().endSession(asked.by(), asked.path("session")).map(PeopleJson::account);
  }

  private OwnDesk own() {
    return people.accounts().own();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.approval.EmergencyDesk;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;

/**
 * What the operations about emergencies of two people do.
 *
 * @param rooms that are asked
 */
record EmergencyOperations(Rooms rooms) {

  Future<JsonObject> list(Asked asked) {
    return desk()
        .waiting()
        .map(waiting -> ApiJson.list("emergencies", waiting, PeopleJson::emergency));
  }

  Future<JsonObject> ask(Asked asked) {
    JsonObject json = asked.json();
    Set<PagingZone> zones = Operations.zones(json.getJsonArray("zones"));
    asked.require(Permission.ASK_EMERGENCY, zones);
    return desk()
        .ask(asked.by(), new AnnouncementId(json.getString("notice")), zones)
        .map(PeopleJson::emergency);
  }

  Future<JsonObject> release(Asked asked) {
    return rooms
        .letOut(asked.by(), airing(asked), zones -> asked.refusal(Permission.RELEASE, zones))
        .map(ApiJson::airing);
  }

  Future<JsonObject> withdraw(Asked asked) {
    return desk()
        .withdraw(
            asked.by(), airing(asked), zones -> asked.refusal(Permission.ASK_EMERGENCY, zones))
        .map(PeopleJson::emergency);
  }

  private EmergencyDesk desk() {
    return rooms.people().emergencies();
  }

  private static AiringId airing(Asked asked) {
    return new AiringId(asked.path("airing"));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.approval.Emergency;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.ledger.AiringRecord;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;

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
    AiringId airing = airing(asked);
    return desk()
        .release(asked.by(), airing, zones -> asked.refusal(Permission.RELEASE, zones))
        .compose(wish -> air(wish, asked))
        .compose(aired -> desk().close(airing).map(closed -> ApiJson.airing(aired)));
  }

  Future<JsonObject> withdraw(Asked asked) {
    return desk()
        .withdraw(
            asked.by(), airing(asked), zones -> asked.refusal(Permission.ASK_EMERGENCY, zones))
        .map(PeopleJson::emergency);
  }

  private Future<AiringRecord> air(Emergency wish, Asked asked) {
    OneOff oneOff =
        new OneOff(
            new CueId(wish.airing().value()),
            wish.notice(),
            wish.zones(),
            Priority.EMERGENCY,
            rooms.timetable().soon(),
            LateRule.USUAL);
    return rooms
        .studio()
        .find(wish.notice())
        .compose(card -> rooms.timetable().air(oneOff, card, asked.by()));
  }

  private EmergencyDesk desk() {
    return rooms.people().emergencies();
  }

  private static AiringId airing(Asked asked) {
    return new AiringId(asked.path("airing"));
  }
}

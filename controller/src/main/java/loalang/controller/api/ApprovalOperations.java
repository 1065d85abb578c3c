// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import loalang.controller.approval.OfficeSettings;
import loalang.protocol.AnnouncementId;

/**
 * What the operations about approval and the office's settings do.
 *
 * @param people that are asked
 */
record ApprovalOperations(Rooms.People people) {
  private static final String APPROVAL = "approvalNeeded";
  private static final String EMERGENCY = "emergencyNeedsTwo";
  private static final String VERSION = "version";

  Future<JsonObject> get(Asked asked) {
    return people.approvals().of(notice(asked)).map(PeopleJson::standing);
  }

  Future<JsonObject> list(Asked asked) {
    return people
        .approvals()
        .waiting()
        .map(waiting -> ApiJson.list("approvals", waiting, PeopleJson::standing));
  }

  Future<JsonObject> send(Asked asked) {
    return people.approvals().send(asked.by(), notice(asked)).map(PeopleJson::standing);
  }

  Future<JsonObject> approve(Asked asked) {
    return people
        .approvals()
        .approve(asked.by(), notice(asked), asked.json().getString(VERSION))
        .map(PeopleJson::standing);
  }

  Future<JsonObject> giveBack(Asked asked) {
    JsonObject json = asked.json();
    return people
        .approvals()
        .giveBack(asked.by(), notice(asked), json.getString(VERSION), json.getString("reason"))
        .map(PeopleJson::standing);
  }

  Future<JsonObject> settings(Asked asked) {
    return people.settings().find().map(ApprovalOperations::json);
  }

  Future<JsonObject> putSettings(Asked asked) {
    JsonObject json = asked.json();
    OfficeSettings wanted =
        new OfficeSettings(json.getBoolean(APPROVAL), json.getBoolean(EMERGENCY));
    return people.settings().put(asked.by(), wanted).map(ApprovalOperations::json);
  }

  private static JsonObject json(OfficeSettings settings) {
    return new JsonObject()
        .put(APPROVAL, settings.approvalNeeded())
        .put(EMERGENCY, settings.emergencyNeedsTwo());
  }

  private static AnnouncementId notice(Asked asked) {
    return new AnnouncementId(asked.path("notice"));
  }
}

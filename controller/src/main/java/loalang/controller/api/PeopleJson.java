// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import loalang.controller.accounts.AccountCard;
import loalang.controller.accounts.Grant;
import loalang.controller.accounts.Session;
import loalang.controller.approval.Approval;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.Emergency;
import loalang.controller.audit.AuditDesk;
import loalang.controller.audit.AuditEntry;
import loalang.schedules.release.Signature;

/** What the contract's schemas about people look like for our values. */
final class PeopleJson {
  private PeopleJson() {}

  static JsonObject account(AccountCard card) {
    JsonArray grants = new JsonArray();
    card.grants().forEach(grant -> grants.add(grant(grant)));
    return new JsonObject()
        .put("name", card.name())
        .put("grants", grants)
        .put("created", card.created().toString())
        .put("enabled", card.disabled().isEmpty())
        .put("hasOneTimePassword", card.oneTimeUntil().isPresent())
        .put("hasTotp", card.hasTotp());
  }

  static JsonObject session(Session session) {
    return new JsonObject()
        .put("id", session.id())
        .put("account", session.account())
        .put("openedAt", session.opened().toString())
        .put("seenAt", session.seen().toString())
        .put("address", session.from().address())
        .put("device", session.from().device());
  }

  static JsonObject standing(ApprovalDesk.Standing standing) {
    JsonObject json =
        new JsonObject()
            .put("notice", standing.version().notice().value())
            .put("version", standing.version().word())
            .put("textDigest", standing.version().text().hex())
            .put("recordingDigest", standing.version().recording().hex())
            .put("state", standing.approval().word())
            .put("mayAir", standing.approval().isClear())
            .put("authors", new JsonArray(standing.authors().stream().sorted().toList()));
    if (standing.approval() instanceof Approval.Sent sent) {
      put(json, "sent", sent.by());
    } else if (standing.approval() instanceof Approval.Approved approved) {
      put(json, "sent", approved.sent());
      put(json, "decided", approved.by());
    } else if (standing.approval() instanceof Approval.Returned returned) {
      put(json, "sent", returned.sent());
      put(json, "decided", returned.by());
      json.put("reason", returned.reason());
    } else if (standing.approval() instanceof Approval.Waived waived) {
      put(json, "decided", waived.by());
    }
    return json;
  }

  static JsonObject emergency(Emergency wish) {
    return new JsonObject()
        .put("airing", wish.airing().value())
        .put("notice", wish.notice().value())
        .put("recordingDigest", wish.recording().hex())
        .put("zones", ApiJson.zones(wish.zones()))
        .put("requestedBy", wish.asked().name())
        .put("requestedAt", wish.asked().at().toString())
        .put("expires", wish.expires().toString());
  }

  static JsonObject entry(AuditEntry entry) {
    return new JsonObject()
        .put("number", entry.number())
        .put("at", entry.at().toString())
        .put("by", entry.by().who())
        .put("address", entry.by().address())
        .put("deed", entry.deed())
        .put("object", entry.object())
        .put("before", entry.before())
        .put("after", entry.after())
        .put("note", entry.note())
        .put("previous", entry.links().previous())
        .put("digest", entry.links().digest());
  }

  static JsonObject verdict(AuditDesk.Verdict verdict) {
    JsonObject json =
        new JsonObject()
            .put("holds", verdict.fault().isEmpty())
            .put("rows", verdict.rows())
            .put("digest", verdict.digest());
    verdict.fault().ifPresent(why -> json.put("problem", ApiJson.problem(why, why.whatHappened())));
    return json;
  }

  private static JsonObject grant(Grant grant) {
    JsonObject json = new JsonObject().put("role", grant.role().word());
    return grant.isForWholeCommune() ? json : json.put("zones", ApiJson.zones(grant.only()));
  }

  private static void put(JsonObject json, String what, Signature signature) {
    json.put(what + "By", signature.name()).put(what + "At", signature.at().toString());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import loalang.controller.kit.Account;
import loalang.controller.kit.Codes;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.envelope.SigningKey;

/**
 * Walks through every operation about accounts, approval, emergencies, silence and keys.
 *
 * @param office that answers
 * @param officer who may everything
 * @param check compares an answer with the contract
 */
record PeopleWalk(TestOffice office, Officer officer, Check check) {
  /** Compares an answer with what the contract says of its operation. */
  interface Check {
    JsonObject of(String operation, int status, Officer.Answer answer);
  }

  void walk(String notice) {
    walkAccounts();
    walkOwnAccount();
    walkApproval(notice);
    walkDelivery();
  }

  private void walkDelivery() {
    check.of("getReadiness", 200, officer.get("/readiness?hours=48"));
    JsonObject until =
        new JsonObject().put("until", Instant.now().plus(Duration.ofHours(1)).toString());
    check.of("orderSilence", 201, officer.post("/silence", until));
    check.of("listSilences", 200, officer.get("/silence"));
    check.of("liftSilence", 200, officer.delete("/silence"));
    try (FakeNode pole = FakeNode.join(officer.ticket("thon-do", "xa"))) {
      String path = "/speakers/" + pole.id().value();
      check.of("getVolume", 200, officer.get(path + "/volume"));
      check.of("setVolume", 200, officer.put(path + "/volume", new JsonObject().put("level", -6)));
      check.of("takeVolumeBack", 200, officer.delete(path + "/volume"));
      check.of("askSelfTest", 201, officer.post(path + "/self-test", "text/plain", ""));
      check.of("getSelfTest", 200, officer.get(path + "/self-test"));
      check.of(
          "askSelfTests", 201, officer.post("/self-tests", new JsonObject().put("zone", "xa")));
      officer.delete(path);
    }
    JsonObject province =
        new JsonObject().put("level", "province").put("key", SigningKey.generate().verifyKey().x());
    check.of("importKey", 200, officer.post("/keys/imports", province));
    check.of("rotateKey", 200, officer.post("/keys/rotation", new JsonObject()));
    check.of("revokeKey", 200, officer.post("/keys/revocation", "text/plain", ""));
    check.of("getKeys", 200, officer.get("/keys"));
    check.of("getCheckup", 200, officer.get("/checkup"));
  }

  private void walkAccounts() {
    JsonObject grants =
        new JsonObject()
            .put(
                "grants",
                JsonArray.of(
                    new JsonObject()
                        .put("role", "officer")
                        .put("zones", JsonArray.of("thon-mot"))));
    check.of("addAccount", 201, officer.post("/accounts", grants.copy().put("name", "lan")));
    check.of("listAccounts", 200, officer.get("/accounts"));
    check.of("grantRoles", 200, officer.put("/accounts/lan/grants", grants));
    check.of("disableAccount", 200, officer.post("/accounts/lan/disable", "text/plain", ""));
    check.of("enableAccount", 200, officer.post("/accounts/lan/enable", "text/plain", ""));
    check.of("resetPassword", 200, officer.post("/accounts/lan/password", "text/plain", ""));
    check.of("removeAccountTotp", 200, officer.delete("/accounts/lan/totp"));
    check.of("listAccountSessions", 200, officer.get("/accounts/canbo/sessions"));
    check.of("endAccountSessions", 200, officer.delete("/accounts/lan/sessions"));
  }

  private void walkOwnAccount() {
    Account own = Account.make(office, "huong", "officer", "approver");
    check.of("getMe", 200, own.get("/me"));
    check.of("changePassword", 200, own.choose(Account.PASSWORD, "năm con trâu đỏ"));
    String secret = check.of("beginTotp", 201, own.post("/me/totp")).getString("secret");
    JsonObject code = new JsonObject().put("code", Codes.now(secret));
    JsonObject recovery = check.of("confirmTotp", 200, own.put("/me/totp", code));
    String one = recovery.getJsonArray("recoveryCodes").getString(0);
    check.of("removeTotp", 200, own.delete("/me/totp?code=" + one));
    JsonObject sessions = check.of("listMySessions", 200, own.get("/me/sessions"));
    String session = sessions.getJsonArray("sessions").getJsonObject(0).getString("id");
    check.of("endMySession", 200, own.delete("/me/sessions/" + session));
  }

  private void walkApproval(String notice) {
    String approval = notice + "/approval";
    check.of("getSettings", 200, officer.get("/settings"));
    JsonObject strict = new JsonObject().put("approvalNeeded", true).put("emergencyNeedsTwo", true);
    check.of("putSettings", 200, officer.put("/settings", strict));
    JsonObject sent = check.of("sendForApproval", 201, officer.post(approval, "text/plain", ""));
    check.of("listApprovals", 200, officer.get("/approvals"));
    JsonObject heard = new JsonObject().put("version", sent.getString("version"));
    Account approver = Account.make(office, "binh", "approver");
    check.of(
        "returnForChange",
        200,
        approver.post(approval + "/return", heard.copy().put("reason", "Sai ngày.")));
    officer.post(approval, "text/plain", "");
    check.of("approve", 200, approver.post(approval + "/approve", heard));
    check.of("getApproval", 200, officer.get(approval));
    JsonObject wish =
        new JsonObject()
            .put("notice", sent.getString("notice"))
            .put("zones", JsonArray.of("thon-mot"));
    JsonObject asked = check.of("askEmergency", 201, officer.post("/emergencies", wish));
    check.of("listEmergencies", 200, officer.get("/emergencies"));
    String emergency = "/emergencies/" + asked.getString("airing");
    check.of("releaseEmergency", 200, approver.post(emergency + "/release"));
    String other = officer.post("/emergencies", wish).json().getString("airing");
    check.of("withdrawEmergency", 200, officer.delete("/emergencies/" + other));
  }
}

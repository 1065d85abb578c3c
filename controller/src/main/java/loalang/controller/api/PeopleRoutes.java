// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Which method answers which operation about people: accounts, approval, the audit log. */
final class PeopleRoutes {
  private PeopleRoutes() {}

  static Map<String, Function<Asked, Future<JsonObject>>> all(Rooms rooms) {
    Map<String, Function<Asked, Future<JsonObject>>> all = new HashMap<>();
    all.putAll(own(new OwnOperations(rooms.people())));
    all.putAll(accounts(new AccountOperations(rooms.people().accounts().desk())));
    all.putAll(approvals(new ApprovalOperations(rooms.people())));
    all.putAll(emergencies(new EmergencyOperations(rooms)));
    AuditOperations audit = new AuditOperations(rooms.people().audit());
    all.put("listAudit", audit::list);
    all.put("verifyAudit", audit::verify);
    all.put("getCheckup", new CheckupOperations(rooms.people().checkup())::get);
    return all;
  }

  static Future<byte[]> exportAudit(Rooms rooms) {
    return rooms
        .people()
        .audit()
        .export(entry -> PeopleJson.entry(entry).encode())
        .map(lines -> lines.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> own(OwnOperations own) {
    return Map.of(
        "getMe", own::me,
        "changePassword", own::changePassword,
        "beginTotp", own::beginTotp,
        "confirmTotp", own::confirmTotp,
        "removeTotp", own::removeTotp,
        "listMySessions", own::sessions,
        "endMySession", own::endSession);
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> accounts(
      AccountOperations accounts) {
    return Map.of(
        "listAccounts", accounts::list,
        "addAccount", accounts::add,
        "grantRoles", accounts::grant,
        "disableAccount", accounts::disable,
        "enableAccount", accounts::enable,
        "resetPassword", accounts::resetPassword,
        "removeAccountTotp", accounts::removeTotp,
        "listAccountSessions", accounts::sessions,
        "endAccountSessions", accounts::endSessions);
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> approvals(
      ApprovalOperations approvals) {
    return Map.of(
        "getApproval", approvals::get,
        "listApprovals", approvals::list,
        "sendForApproval", approvals::send,
        "approve", approvals::approve,
        "returnForChange", approvals::giveBack,
        "getSettings", approvals::settings,
        "putSettings", approvals::putSettings);
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> emergencies(
      EmergencyOperations emergencies) {
    return Map.of(
        "listEmergencies", emergencies::list,
        "askEmergency", emergencies::ask,
        "releaseEmergency", emergencies::release,
        "withdrawEmergency", emergencies::withdraw);
  }
}

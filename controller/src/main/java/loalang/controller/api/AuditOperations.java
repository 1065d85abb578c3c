// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import loalang.controller.audit.AuditDesk;

/**
 * What the operations about the audit log do.
 *
 * @param desk that is asked
 */
record AuditOperations(AuditDesk desk) {
  private static final int USUAL_LIMIT = 50;

  Future<JsonObject> list(Asked asked) {
    int before = asked.number("before", Integer.MAX_VALUE);
    return desk.newest(
            new AuditDesk.Sought(asked.word("object").orElse(""), ""),
            before,
            asked.number("limit", USUAL_LIMIT))
        .map(entries -> ApiJson.list("entries", entries, PeopleJson::entry));
  }

  Future<JsonObject> verify(Asked asked) {
    return desk.verify().map(PeopleJson::verdict);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import loalang.controller.checkup.Checkup;
import loalang.controller.checkup.CheckupDesk;
import loalang.controller.checkup.Finding;

/**
 * What the operation about the office's machine does.
 *
 * @param desk that is asked
 */
record CheckupOperations(CheckupDesk desk) {

  Future<JsonObject> get(Asked asked) {
    return desk.look().map(CheckupOperations::checkup);
  }

  private static JsonObject checkup(Checkup found) {
    return ApiJson.list("findings", found.findings(), CheckupOperations::finding)
        .put("at", found.at().toString());
  }

  private static JsonObject finding(Finding finding) {
    JsonObject json =
        new JsonObject()
            .put("check", word(finding.check()))
            .put("level", word(finding.level()))
            .put("found", finding.found());
    finding.problem().ifPresent(why -> json.put("problem", ScheduleJson.problem(why)));
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

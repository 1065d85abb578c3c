// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import loalang.controller.clockwork.SheetDesk;
import loalang.controller.clockwork.SheetName;

/**
 * What the contract's operations about programme sheets do.
 *
 * @param desk that is asked
 */
record SheetOperations(SheetDesk desk) {

  Future<JsonObject> list(Asked asked) {
    return desk.all().map(sheets -> ApiJson.list("sheets", sheets, ScheduleJson::sheet));
  }

  Future<byte[]> export(Asked asked) {
    return desk.find(name(asked)).map(kept -> kept.yaml().getBytes(StandardCharsets.UTF_8));
  }

  Future<byte[]> exportAll(Asked asked) {
    return desk.whole().map(yaml -> yaml.getBytes(StandardCharsets.UTF_8));
  }

  Future<JsonObject> put(Asked asked) {
    Future<SheetDesk.Taken> taken =
        isTrial(asked)
            ? desk.preview(name(asked), asked.text())
            : desk.put(name(asked), asked.text(), asked.by());
    return taken.map(ScheduleJson::taken);
  }

  Future<JsonObject> putNameless(Asked asked) {
    return desk.put(asked.text(), asked.by()).map(ScheduleJson::taken);
  }

  Future<JsonObject> remove(Asked asked) {
    Future<SheetDesk.Taken> taken =
        isTrial(asked) ? desk.previewRemoval(name(asked)) : desk.remove(name(asked), asked.by());
    return taken.map(ScheduleJson::taken);
  }

  private static boolean isTrial(Asked asked) {
    return asked.flag("dryRun");
  }

  private static SheetName name(Asked asked) {
    return new SheetName(asked.path("sheet"));
  }
}

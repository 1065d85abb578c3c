// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import loalang.announcements.Notice;

/** A notice as the text of its file. */
final class NoticeSource {
  private NoticeSource() {}

  /** Front matter, whose words in quotation marks are the same in JSON and YAML, and the body. */
  static String of(Notice notice) {
    List<String> lines = new ArrayList<>();
    lines.add("---");
    lines.add("title: " + Json.encode(notice.title()));
    lines.add("language: " + notice.language());
    lines.add("priority: " + notice.priority().wireName());
    if (!notice.zones().isEmpty()) {
      List<String> zones = notice.zones().stream().map(zone -> zone.value()).sorted().toList();
      lines.add("zones: " + Json.encode(zones));
    }
    lines.add("---");
    lines.add(notice.body());
    return String.join("\n", lines);
  }
}

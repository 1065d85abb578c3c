// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** A notice as lines for a person. */
final class NoticeLines {
  private static final double MILLIS_PER_SECOND = 1_000;

  private NoticeLines() {}

  static void show(JsonNode notice, PrintWriter out) {
    out.printf("%s  %s%n", notice.path("id").asText(), notice.path("title").asText());
    sound("bản chính / plain", notice, out);
    for (JsonNode version : notice.path("versions")) {
      sound(
          "%s (%s)".formatted(version.path("name").asText(), version.path("language").asText()),
          version,
          out);
    }
    for (JsonNode problem : notice.path("problems")) {
      out.printf(
          "  ! %s: %s %s%n",
          problem.path("code").asText(),
          problem.path("detail").asText(),
          problem.path("nextStep").asText());
    }
  }

  private static void sound(String name, JsonNode of, PrintWriter out) {
    if (!of.has("recording")) {
      out.printf("  %s: chưa có bản ghi / no recording%n", name);
      return;
    }
    JsonNode production = of.path("production");
    out.printf(
        "  %s: %.1f s, giọng / voice %s%s%n",
        name,
        of.path("recording").path("durationMillis").asLong() / MILLIS_PER_SECOND,
        production.path("voice").asText(),
        production.path("stationChanged").asBoolean()
            ? " – cài đặt đài đã đổi / the station's settings changed since"
            : "");
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import loalang.controller.client.OfficeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who is ready for what comes. */
@Command(
    name = "readiness",
    mixinStandardHelpOptions = true,
    description = {
      "Các cụm loa đã sẵn sàng cho buổi phát tới chưa, và vì sao chưa.",
      "Who is ready for what comes, and why others are not."
    })
final class ReadinessCommand extends ScheduleCommand.About {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("dd/MM HH:mm:ss").withZone(ScheduleLines.WALL);

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "2",
      description = "Trong bao nhiêu giờ tới / how far ahead (default: 2).")
  private int hours = 2;

  @Option(names = "--json", description = "As the office says it, one line of JSON.")
  private boolean isJson;

  @Override
  void ask(OfficeClient client, PrintWriter out) {
    JsonNode answer =
        client.get(OfficeClient.query("/readiness", Map.of("hours", String.valueOf(hours))));
    if (isJson) {
      out.println(answer);
      return;
    }
    for (JsonNode airing : answer.path("airings")) {
      out.printf(
          "%s  %s  %d/%d %s%n",
          WALL.format(Instant.parse(airing.path("startAt").asText())),
          airing.path("title").asText(),
          airing.path("ready").asInt(),
          airing.path("expected").asInt(),
          airing.path("level").asText());
      airing
          .path("notReady")
          .forEach(
              one ->
                  out.printf(
                      "    %s: %s %s%n",
                      one.path("speaker").asText(),
                      one.path("why").asText(),
                      one.path("detail").asText(one.path("lastSeen").asText(""))));
    }
    answer
        .path("problems")
        .forEach(problem -> out.printf("  ! %s%n", problem.path("detail").asText()));
    if (answer.path("airings").isEmpty()) {
      out.println("Không có gì sắp phát / nothing is planned.");
    }
  }
}

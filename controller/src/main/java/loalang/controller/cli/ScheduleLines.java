// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The schedule as lines for a person, times as on the commune's wall.
 *
 * @param out where they go
 */
record ScheduleLines(PrintWriter out) {
  static final ZoneId WALL = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(WALL);

  /** What became of a sheet. */
  void taken(JsonNode answer) {
    answer.path("problems").forEach(this::problem);
    for (JsonNode change : answer.path("changes")) {
      switch (change.path("kind").asText()) {
        case "added" -> out.println("+ " + line(change.path("after")));
        case "removed" -> out.println("- " + line(change.path("before")));
        default -> {
          out.println("- " + line(change.path("before")));
          out.println("+ " + line(change.path("after")));
        }
      }
    }
    if (answer.path("changes").isEmpty()) {
      out.println("Không có gì đổi trong tuần tới / nothing changes in the coming week.");
    }
  }

  /** Items and conflicts. */
  void rundown(JsonNode answer) {
    answer.path("items").forEach(item -> out.println(line(item)));
    for (JsonNode conflict : answer.path("conflicts")) {
      out.printf(
          "! %s %s [%s]%n",
          conflict.path("outcome").asText(),
          conflict.path("id").asText(),
          names(conflict.path("zones")));
      problem(conflict.path("problem"));
    }
  }

  /** What waits for two people. */
  void held(JsonNode answer) {
    for (JsonNode held : answer.path("held")) {
      String who = held.path("requestedBy").asText("");
      out.printf(
          "%s  %s · %s  [%s]  %s%n",
          TIME.format(Instant.parse(held.path("startAt").asText())),
          held.path("id").asText(),
          held.path("rule").asText(),
          names(held.path("zones")),
          who.isEmpty()
              ? "chưa ai đề nghị / nobody asked"
              : "đã đề nghị, chờ người thứ hai / asked for, waits for another: " + who);
    }
  }

  /** One problem with its next step. */
  void problem(JsonNode problem) {
    out.printf(
        "%s: %s %s%n",
        problem.path("code").asText(),
        problem.path("detail").asText(),
        problem.path("nextStep").asText());
  }

  private static String line(JsonNode item) {
    return "%s–%s  %s · %s  [%s]"
        .formatted(
            TIME.format(Instant.parse(item.path("startAt").asText())),
            TIME.format(Instant.parse(item.path("endAt").asText())).substring(11),
            item.path("title").asText(),
            item.path("notice").asText(),
            names(item.path("zones")));
  }

  private static String names(JsonNode zones) {
    return StreamSupport.stream(zones.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Questions about the time to come. */
final class PlanCommands {
  private PlanCommands() {}

  /** What comes. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Xem sẽ phát gì, và gì không phát / what comes, and what does not.")
  static final class Showing extends ScheduleCommand.About {
    @Option(
        names = {"-z", "--zone"},
        paramLabel = "ZONE",
        description = "Địa bàn; không nêu: mọi nơi / the zone; everywhere if left out.")
    private @Nullable String zone;

    @Option(
        names = "--hours",
        paramLabel = "N",
        defaultValue = "24",
        description = "Trong bao nhiêu giờ tới / how far ahead (default: 24).")
    private int hours = 24;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      Instant now = Instant.now();
      Map<String, String> words = new TreeMap<>();
      words.put("from", now.toString());
      words.put("to", now.plus(Duration.ofHours(hours)).toString());
      if (zone != null) {
        words.put("zone", zone);
      }
      new ScheduleLines(out).rundown(client.get(OfficeClient.query("/rundown", words)));
    }
  }

  /** What sounds at an instant. */
  @Command(
      name = "at",
      mixinStandardHelpOptions = true,
      description = "Lúc ấy loa ở đó phát gì / what sounds there at that time.")
  static final class At extends ScheduleCommand.About {
    @Spec private CommandSpec self = CommandSpec.create();

    @Parameters(
        paramLabel = "TIME",
        description = "05:41 hôm nay, hoặc / today, or \"2026-11-25 05:41\".")
    private String time = "";

    @Option(
        names = {"-z", "--zone"},
        required = true,
        paramLabel = "ZONE",
        description = "Địa bàn / the zone.")
    private String zone = "";

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      Map<String, String> words = Map.of("zone", zone, "at", instant().toString());
      JsonNode answer = client.get(OfficeClient.query("/sounding", words));
      if (answer.path("items").isEmpty()) {
        out.println("Không phát gì / nothing sounds.");
      }
      new ScheduleLines(out).rundown(answer);
    }

    private Instant instant() {
      try {
        LocalDateTime wall =
            time.length() > "HH:mm:ss".length()
                ? LocalDateTime.parse(time.replace(' ', 'T'))
                : LocalDate.now(ScheduleLines.WALL).atTime(LocalTime.parse(time));
        return wall.atZone(ScheduleLines.WALL).toInstant();
      } catch (DateTimeParseException e) {
        throw new ParameterException(
            self.commandLine(), "\"%s\" không phải giờ / is no time.".formatted(time), e);
      }
    }
  }

  /** What waits for two people. */
  @Command(
      name = "held",
      mixinStandardHelpOptions = true,
      description = {
        "Mục nào đang chờ hai người duyệt / what waits for two people.",
        "Đề nghị và duyệt bằng tài khoản / asking and releasing needs an account."
      })
  static final class Held extends ScheduleCommand.About {
    @Override
    void ask(OfficeClient client, PrintWriter out) {
      new ScheduleLines(out).held(client.get("/schedule/held"));
    }
  }
}

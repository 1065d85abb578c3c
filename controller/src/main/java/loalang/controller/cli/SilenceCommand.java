// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Silences everything at once. */
@Command(
    name = "silence",
    mixinStandardHelpOptions = true,
    description = {
      "Tắt tiếng ngay mọi cụm loa, kể cả tin khẩn cấp, cho đến giờ đã nêu; --lift để bỏ.",
      "Silence every loudspeaker at once, emergencies too, until the time given; --lift ends it."
    })
final class SilenceCommand extends ScheduleCommand.About {
  private static final Duration USUAL = Duration.ofHours(1);

  @Spec private CommandSpec self = CommandSpec.create();

  @Option(
      names = {"-z", "--zone"},
      paramLabel = "ZONE",
      description = "Địa bàn; không nêu: mọi nơi / the zone; everywhere if left out.")
  private @Nullable String zone;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "17:30, hoặc / or 2026-11-22T10:30:00Z; không nêu / left out: 1 giờ / an hour.")
  private @Nullable String until;

  @Option(names = "--lift", description = "Bỏ tắt tiếng / end the silence.")
  private boolean isLifting;

  @Option(names = "--list", description = "Xem các lần tắt tiếng / show the silences.")
  private boolean isListing;

  @Override
  void ask(OfficeClient client, PrintWriter out) {
    if (isListing) {
      client.get("/silence").path("silences").forEach(one -> say(out, one));
    } else if (isLifting) {
      say(
          out,
          client.delete(
              zone == null ? "/silence" : OfficeClient.query("/silence", Map.of("zone", zone))));
    } else {
      Map<String, Object> wish = new LinkedHashMap<>();
      wish.put("until", end(Instant.now()).toString());
      if (zone != null) {
        wish.put("zones", List.of(zone));
      }
      say(out, client.post("/silence", wish));
    }
  }

  private static void say(PrintWriter out, JsonNode silence) {
    out.printf(
        "%s %s → %s, %s: %d/%d%n",
        silence.path("holds").asBoolean() ? "Đang tắt tiếng / silent" : "Không tắt / not silent",
        silence.path("from").asText(),
        silence.path("liftedAt").asText(silence.path("until").asText()),
        silence.path("by").asText(),
        silence.path("obeying").size(),
        silence.path("expected").asInt());
  }

  private Instant end(Instant now) {
    if (until == null) {
      return now.plus(USUAL);
    }
    try {
      if (until.contains("T")) {
        return Instant.parse(until);
      }
      ZonedDateTime here = now.atZone(ScheduleLines.WALL);
      ZonedDateTime today = here.with(LocalTime.parse(until));
      return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          self.commandLine(), "\"%s\" không phải giờ / is no time.".formatted(until), e);
    }
  }
}

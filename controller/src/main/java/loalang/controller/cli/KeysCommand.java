// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loalang.controller.client.NamedFile;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys the loudspeakers obey. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Khóa ký lệnh: xem, thay, thu hồi, nhận khóa của tỉnh.",
      "The keys that sign: show, change, revoke, take in the province's."
    },
    subcommands = {
      KeysCommand.Showing.class,
      KeysCommand.Rotating.class,
      KeysCommand.Revoking.class,
      KeysCommand.Importing.class
    })
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "show, rotate, revoke hay / or import?");
  }

  private static void say(PrintWriter out, JsonNode keys) {
    out.printf("Đang ký / signs: %s%n", keys.path("current").asText());
    if (keys.has("next")) {
      out.printf("Sẽ ký / will sign: %s%n", keys.path("next").asText());
    }
    if (keys.has("former")) {
      out.printf("Đã ký / signed before: %s%n", keys.path("former").asText());
    }
    out.printf("Bản / edition: %d%n", keys.path("edition").asLong());
    keys.path("trusted")
        .forEach(
            key -> out.printf("  %s  %s%n", key.path("level").asText(), key.path("id").asText()));
    keys.path("adopted")
        .forEach(
            one ->
                out.printf(
                    "  %s: %d%s%n",
                    one.path("speaker").asText(),
                    one.path("edition").asLong(),
                    one.path("edition").asLong() >= keys.path("edition").asLong() ? " ✓" : ""));
  }

  /** How they stand. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Khóa nào đang ký, cụm nào đã nhận / which key signs, who obeys it.")
  static final class Showing extends ScheduleCommand.About {
    @Option(names = "--json", description = "As the office says it, one line of JSON.")
    private boolean isJson;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      JsonNode keys = client.get("/keys");
      if (isJson) {
        out.println(keys);
      } else {
        say(out, keys);
      }
    }
  }

  /** Another key. */
  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Thay khóa: khóa mới ký khi mọi cụm loa đã nhận; không phải đến từng cột.",
        "Another key signs once every loudspeaker obeys it; nobody climbs a pole."
      })
  static final class Rotating extends ScheduleCommand.About {
    @Option(
        names = "--at",
        paramLabel = "INSTANT",
        description = "Chậm nhất lúc này / at this instant at the latest: 2026-11-22T23:00:00Z.")
    private @Nullable String at;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      say(out, client.post("/keys/rotation", at == null ? Map.of() : Map.of("at", at)));
    }
  }

  /** The key before is worth nothing any more. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = {
        "Thu hồi ngay khóa cũ (khi khóa bị lộ); lệnh nó đã ký không còn giá trị.",
        "Revoke the key before at once (it was stolen); what it ordered will not sound."
      })
  static final class Revoking extends ScheduleCommand.About {
    @Override
    void ask(OfficeClient client, PrintWriter out) {
      say(out, client.post("/keys/revocation", Map.of()));
    }
  }

  /** What higher levels say. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Nhận khóa công khai của tỉnh, hoặc văn bản về khóa mà tỉnh đã ký.",
        "Take in the province's public key, or what it signed about keys."
      })
  static final class Importing extends ScheduleCommand.About {
    @Parameters(
        paramLabel = "FILE",
        description = "Tệp chứa khóa, hoặc văn bản đã ký / a file with a key, or a statement.")
    private Path file = Path.of("");

    @Option(
        names = "--level",
        paramLabel = "LEVEL",
        description = "province hay / or centre: tệp là khóa / the file is a key.")
    private @Nullable String level;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      Map<String, String> body = new LinkedHashMap<>();
      if (level == null) {
        body.put("statement", text());
      } else {
        body.put("level", level);
        body.put("key", text());
      }
      say(out, client.post("/keys/imports", body));
    }

    private String text() {
      return new NamedFile(file).text().strip();
    }
  }
}

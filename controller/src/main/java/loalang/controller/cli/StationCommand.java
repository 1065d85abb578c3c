// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How the commune's station sounds, and which zone hears which version. */
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    description = {
      "Cài đặt đài: lời xưng, nhạc hiệu, độ to, giọng; phiên bản ngôn ngữ của từng khu vực.",
      "How the station sounds, and which version of a notice each zone hears."
    },
    subcommands = {
      StationCommand.Showing.class,
      StationCommand.Setting.class,
      StationCommand.Zones.class,
      StationCommand.Zone.class
    })
final class StationCommand implements Runnable {
  private static final String STATION = "/station";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "show, set, zones hay zone? / which of these?");
  }

  /** Shows them. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Xem cài đặt, hoặc mọi lần sửa / show the settings, or every change.")
  static final class Showing extends OfficeAnswer {
    @Option(names = "--history", description = "Mọi lần sửa, mới nhất trước / the newest first.")
    private boolean history;

    @Override
    JsonNode ask(OfficeClient client) {
      return client.get(history ? STATION + "/history?limit=200" : STATION);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      if (history) {
        answer.path("settings").forEach(settings -> StationCommand.show(settings, out));
      } else {
        StationCommand.show(answer, out);
      }
    }
  }

  /** Sets some of them. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = {
        "Đặt lại; điều không nêu thì giữ nguyên. Chỉ bản ghi tạo sau đó thay đổi.",
        "Set some; the others stay. Only what is rendered afterwards changes."
      })
  static final class Setting extends OfficeAnswer {
    @Option(names = "--opening", paramLabel = "TEXT", description = "Lời xưng đài / said before.")
    private @Nullable String opening;

    @Option(names = "--closing", paramLabel = "TEXT", description = "Lời kết / said after.")
    private @Nullable String closing;

    @Option(
        names = "--says-synthetic",
        arity = "1",
        paramLabel = "true|false",
        description = "Có nói là giọng nhân tạo / whether the end says that a machine spoke.")
    private @Nullable Boolean saysSynthetic;

    @Option(
        names = "--chime",
        paramLabel = "NAME",
        description = "none, ba-chuong, chuong-ngan, khan-cap, ngu-cung or sang-som.")
    private @Nullable String chime;

    @Option(names = "--lufs", paramLabel = "LUFS", description = "Độ to / loudness, -31 to -10.")
    private @Nullable Double targetLufs;

    @Option(
        names = "--loudspeakers",
        paramLabel = "KIND",
        description = "horn (loa nén) or box (loa hộp, loa cột).")
    private @Nullable String loudspeakers;

    @Option(
        names = "--voice",
        paramLabel = "ID",
        description = "Giọng thường dùng / the usual voice; \"\" for the first that can.")
    private @Nullable String voice;

    @Option(
        names = "--dialect",
        paramLabel = "D",
        description = "north, central or south: numerals and days.")
    private @Nullable String dialect;

    @Override
    JsonNode ask(OfficeClient client) {
      Map<String, Object> wanted = new LinkedHashMap<>();
      put(wanted, "opening", opening);
      put(wanted, "closing", closing);
      put(wanted, "saysSynthetic", saysSynthetic);
      put(wanted, "chime", chime);
      put(wanted, "targetLufs", targetLufs);
      put(wanted, "loudspeakers", loudspeakers);
      put(wanted, "voice", voice);
      put(wanted, "dialect", dialect);
      return client.put(STATION, wanted);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      StationCommand.show(answer, out);
    }

    private static void put(Map<String, Object> wanted, String name, @Nullable Object value) {
      if (value != null) {
        wanted.put(name, value);
      }
    }
  }

  /** Shows which zone hears what. */
  @Command(
      name = "zones",
      mixinStandardHelpOptions = true,
      description = "Khu vực nào nghe phiên bản nào / which zones hear a version.")
  static final class Zones extends OfficeAnswer {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.get("/zone-versions");
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      StationCommand.showZones(answer, out);
    }
  }

  /** Sets what a zone hears. */
  @Command(
      name = "zone",
      mixinStandardHelpOptions = true,
      description = "Đặt phiên bản một khu vực nghe / set which version a zone hears.")
  static final class Zone extends OfficeAnswer {
    @Parameters(index = "0", paramLabel = "ZONE", description = "Khu vực / the zone.")
    private String zone = "";

    @Parameters(
        index = "1",
        paramLabel = "VERSION",
        description = "vi-south, hmong …; plain: the notices themselves.")
    private String version = "";

    @Override
    JsonNode ask(OfficeClient client) {
      String path = "/zones/" + zone + "/version";
      return version.equals("plain")
          ? client.delete(path)
          : client.put(path, Map.of("version", version));
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      StationCommand.showZones(answer, out);
    }
  }

  private static void show(JsonNode settings, PrintWriter out) {
    out.printf("phiên bản cài đặt / version  %d%n", settings.path("version").asLong());
    line(out, "lời xưng / opening", settings.path("opening").asText());
    line(out, "lời kết / closing", settings.path("closing").asText());
    line(out, "nói giọng nhân tạo / says synthetic", settings.path("saysSynthetic").asText());
    line(out, "nhạc hiệu / chime", settings.path("chime").asText());
    line(out, "độ to / loudness", settings.path("targetLufs").asText() + " LUFS");
    line(out, "loa / loudspeakers", settings.path("loudspeakers").asText());
    line(out, "giọng / voice", settings.path("voice").asText());
    line(out, "phương ngữ / dialect", settings.path("dialect").asText());
  }

  private static void showZones(JsonNode answer, PrintWriter out) {
    for (JsonNode one : answer.path("zones")) {
      out.printf("%s → %s%n", one.path("zone").asText(), one.path("version").asText());
    }
    if (answer.path("zones").isEmpty()) {
      out.println("Mọi khu vực nghe bản chính. / Every zone hears the notices themselves.");
    }
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("  %s: %s%n", name, value.isEmpty() ? "–" : value);
  }
}

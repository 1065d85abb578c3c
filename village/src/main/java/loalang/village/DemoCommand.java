// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import loalang.controller.client.AiringWatch;
import loalang.controller.client.NamedFile;
import loalang.controller.client.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A commune on one machine: one notice, three loudspeakers, three confirmations. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Một xã trên một máy: một bản tin, ba cụm loa, ba lời xác nhận.",
      "A commune on one machine: one notice, three loudspeakers, three confirmations."
    })
final class DemoCommand implements Callable<Integer> {
  private static final List<String> POLES = List.of("thon-mot", "thon-hai", "thon-ba");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--once",
      description = "Dừng sau khi có đủ xác nhận / stop after the confirmations.")
  private boolean once;

  @Option(
      names = "--output",
      defaultValue = "auto",
      paramLabel = "alsa|file|auto",
      description = "Phát ra đâu / where the sound goes (default: a device, else WAV files).")
  private String output = "auto";

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Bản tin / the notice (default: a notice of the library).")
  private Path[] notice = {};

  @Override
  public Integer call() throws IOException {
    Layout layout = Layout.ofThisProcess();
    Files.createDirectories(layout.home());
    Path folder = Files.createTempDirectory(layout.home(), "demo-");
    PrintWriter out = spec.commandLine().getOut();
    out.println("Đang mở máy chủ và ba cụm loa / opening the office and three poles …");
    try (Village village = Village.found(layout, folder)) {
      Runtime.getRuntime().addShutdownHook(new Thread(village::close, "close-the-village"));
      POLES.forEach(name -> village.putUp(name, outputOf(folder, name), Map.of()));
      village.awaitOnline(POLES.toArray(String[]::new));
      JsonNode airing = broadcast(village, text(layout), out);
      int code = tellEnd(airing, folder, out);
      if (!once) {
        tellConsole(village, out);
        awaitEndOfProcess();
      }
      return code;
    }
  }

  private List<String> outputOf(Path folder, String name) {
    Path sound = folder.resolve("sound-" + name);
    return List.of("--output", output.equals("file") ? "file:" + sound : output);
  }

  private JsonNode broadcast(Village village, String text, PrintWriter out) {
    JsonNode created = village.office().postText("/notices", "text/markdown", text);
    String id = created.path("id").asText();
    JsonNode rendered = village.office().post("/notices/" + id + "/recording", Map.of());
    JsonNode recording = rendered.path("recording");
    out.printf(
        "Bản tin / notice: %s (%.1f s, %d B)%n",
        created.path("title").asText(),
        recording.path("durationMillis").asLong() / 1000.0,
        recording.path("sizeBytes").asLong());
    rendered
        .path("production")
        .path("script")
        .forEach(sentence -> out.println("    " + sentence.path("spoken").asText()));
    out.println("Phát ngay tới ba cụm loa / on air at three poles:");
    out.flush();
    JsonNode airing = village.office().post("/airings", Map.of("notice", id, "zones", POLES));
    return new AiringWatch(
            village.office(),
            step -> {
              out.println(Steps.line(step));
              out.flush();
            })
        .untilFinal(airing.path("id").asText(), LIMIT);
  }

  private static int tellEnd(JsonNode airing, Path folder, PrintWriter out) {
    int speakers = airing.path("speakers").size();
    int rendered = AiringWatch.playedBy(airing);
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("airing", airing.path("id").asText());
    line.put("speakers", speakers);
    line.put("rendered", rendered);
    line.put("failed", speakers - rendered);
    line.set("seconds_from_order_to_last_start", airing.path("secondsFromOrderToLastStart"));
    out.println("Âm thanh và nhật ký / sound and logs: " + folder);
    out.println(line);
    out.flush();
    return rendered == POLES.size() && speakers == POLES.size() ? 0 : 1;
  }

  private static void tellConsole(Village village, PrintWriter out) throws IOException {
    out.println();
    out.println("Trang điều khiển / console: " + village.office().address());
    out.println(Files.readString(village.officeFolder().resolve("first-login.txt")).strip());
    out.println("Ctrl-C để tắt / to stop.");
    out.flush();
  }

  private String text(Layout layout) {
    Path file =
        notice.length > 0
            ? notice[0]
            : layout.root().resolve("announcements/library/tiem-chung.md");
    return new NamedFile(file).text();
  }

  private static void awaitEndOfProcess() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

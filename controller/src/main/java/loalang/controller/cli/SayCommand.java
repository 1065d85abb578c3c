// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import loalang.controller.client.AiringWatch;
import loalang.controller.client.OfficeClient;
import loalang.controller.client.Steps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks a text now and waits for every node's confirmation. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = {
      "Đọc ngay một câu và chờ từng cụm loa xác nhận.",
      "Speak a text now and wait for every node's confirmation.",
      "Exit code 0 only if every node played it whole."
    })
final class SayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Said said = new Said();

  /** What is heard: words of a machine, or a person's. */
  static final class Said {
    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Lời đọc / what to say.")
    private @Nullable String text;

    @Option(
        names = "--recorded",
        paramLabel = "FILE",
        description = "Tệp ghi âm thay cho lời đọc / a recording instead: WAV, MP3, M4A, Opus.")
    private @Nullable Path recorded;
  }

  @Option(
      names = {"-z", "--zone"},
      required = true,
      paramLabel = "ZONE",
      description = "Khu vực phát / zone; may be given several times.")
  private List<String> zones = List.of();

  @Option(
      names = "--priority",
      defaultValue = "routine",
      description = "routine, priority or emergency (default: routine).")
  private String priority = "routine";

  @Option(names = "--language", defaultValue = "vi", description = "vi or en (default: vi).")
  private String language = "vi";

  @Option(names = "--json", description = "Print the airing as JSON at the end.")
  private boolean json;

  @Option(
      names = "--limit",
      defaultValue = "600",
      paramLabel = "SECONDS",
      description = "Wait at most so long (default: 600).")
  private long limitSeconds;

  @Override
  public Integer call() {
    OfficeClient client = office.office();
    String id = said.recorded == null ? spoken(client) : recorded(client, said.recorded);
    JsonNode airing =
        client.post("/airings", Map.of("notice", id, "zones", zones, "priority", priority));
    PrintWriter out = spec.commandLine().getOut();
    AiringWatch watch =
        new AiringWatch(
            client,
            step -> {
              if (!json) {
                out.println(Steps.line(step));
                out.flush();
              }
            });
    JsonNode end = watch.untilFinal(airing.path("id").asText(), Duration.ofSeconds(limitSeconds));
    if (json) {
      out.println(end);
    }
    return AiringWatch.isPlayedByAll(end) ? 0 : 1;
  }

  private String spoken(OfficeClient client) {
    String text = said.text == null ? "" : said.text;
    String id = client.postText("/notices", "text/markdown", notice(text)).path("id").asText();
    client.post("/notices/" + id + "/recording", Map.of());
    return id;
  }

  private String recorded(OfficeClient client, Path file) {
    String name = String.valueOf(file.getFileName());
    Map<String, String> words =
        new TreeMap<>(
            Map.of("title", name, "file", name, "language", language, "priority", priority));
    return client
        .postFile(OfficeClient.query("/recorded-notices", words), file)
        .path("id")
        .asText();
  }

  /** A text between quotation marks is the same in JSON and YAML. */
  private String notice(String text) {
    return """
        ---
        title: %s
        language: %s
        priority: %s
        ---
        %s
        """
        .formatted(TextNode.valueOf(title(text)), language, priority, text);
  }

  private static String title(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }
}

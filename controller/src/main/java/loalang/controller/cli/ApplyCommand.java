// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import loalang.controller.client.NamedFile;
import loalang.controller.client.OfficeClient;
import loalang.controller.clockwork.SheetName;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a programme sheet into the running office. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Nạp lịch phát từ tệp YAML; lịch cũ cùng tên tệp được thay.",
      "Load a programme sheet from a YAML file; the sheet of the same file name is replaced.",
      "Loading the same file again changes nothing."
    })
final class ApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @Option(names = "-f", required = true, paramLabel = "FILE", description = "Tệp / the file.")
  private Path file = Path.of("");

  @Option(
      names = "--dry-run",
      description = "Chỉ xem điều gì sẽ đổi / only show what would change.")
  private boolean isTrial;

  @Override
  public Integer call() {
    String path =
        OfficeClient.query("/programmes/" + name(), Map.of("dryRun", String.valueOf(isTrial)));
    JsonNode answer = office.office().putText(path, "application/yaml", new NamedFile(file).text());
    PrintWriter out = spec.commandLine().getOut();
    new ScheduleLines(out).taken(answer);
    out.println(
        (isTrial ? "Chưa nạp / not loaded: " : "Đã nạp / loaded: ") + answer.path("name").asText());
    return 0;
  }

  private SheetName name() {
    try {
      return SheetName.ofFile(String.valueOf(file.getFileName()));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "SHEET_NAME_INVALID",
              "The file \"%s\" gives the sheet no name.".formatted(file),
              "Give the file a name of letters and digits."),
          e);
    }
  }
}

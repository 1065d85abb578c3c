// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads programmes into the running office. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Nạp lịch phát từ tệp YAML; lịch cũ được thay.",
      "Load programmes from a YAML file; the old ones are replaced."
    })
final class ApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @Option(names = "-f", required = true, paramLabel = "FILE", description = "Tệp / the file.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    JsonNode answer =
        office.office().putText("/programmes", "application/yaml", TextFile.read(file));
    PrintWriter out = spec.commandLine().getOut();
    answer
        .path("problems")
        .forEach(
            problem ->
                out.printf(
                    "%s: %s %s%n",
                    problem.path("code").asText(),
                    problem.path("detail").asText(),
                    problem.path("nextStep").asText()));
    out.println("Đã nạp / loaded: " + file);
    return 0;
  }
}

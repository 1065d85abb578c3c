// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a programme sheet in. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Loads programmes from YAML into the running controller.")
final class ApplyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private OfficeOptions office = new OfficeOptions();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "The sheet; schedules/examples shows whole ones.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "The answer as one line of JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    JsonObject answer = office.client().putYaml("/programmes", TextFile.read(file));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    JsonArray problems = answer.getJsonArray("problems");
    if (isJson) {
      out.println(answer.encode());
    } else {
      for (int i = 0; i < problems.size(); i++) {
        JsonObject problem = problems.getJsonObject(i);
        out.printf(
            "%s: %s %s%n",
            problem.getString("code"), problem.getString("detail"), problem.getString("nextStep"));
      }
      out.printf("%s taken in, %d problems%n", file, problems.size());
    }
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }
}

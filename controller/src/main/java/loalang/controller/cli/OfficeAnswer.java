// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import loalang.controller.client.OfficeClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks the running office one thing and shows the answer, in words or as JSON. */
abstract class OfficeAnswer implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @Option(names = "--json", description = "Print the office's answer as JSON.")
  private boolean json;

  abstract JsonNode ask(OfficeClient client);

  abstract void tell(JsonNode answer, PrintWriter out);

  /** Where a command shows how far it is; nowhere if a machine reads. */
  final PrintWriter aside() {
    return json ? new PrintWriter(PrintWriter.nullWriter()) : out();
  }

  @Override
  public Integer call() {
    JsonNode answer = ask(office.office());
    PrintWriter out = out();
    if (json) {
      out.println(answer);
    } else {
      tell(answer, out);
    }
    out.flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

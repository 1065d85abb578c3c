// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./loa demo} starts. */
@Command(name = "loa", mixinStandardHelpOptions = true, subcommands = DemoCommand.class)
public final class VillageMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and exits with its code: 0 done, 1 failed, 2 used wrongly. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new VillageMain());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (fault, command, result) -> {
          if (fault instanceof ProblemException known) {
            command.getErr().println(known.problem());
            return 1;
          }
          throw fault;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

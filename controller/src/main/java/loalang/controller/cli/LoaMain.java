// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Every command of the office. {@code ./loa} starts it. */
@Command(
    name = "loa",
    mixinStandardHelpOptions = true,
    description = {
      "Bộ điều khiển loa truyền thanh xã.",
      "The broadcast controller for a commune's loudspeakers."
    },
    subcommands = {
      ControllerCommand.class,
      SayCommand.class,
      TicketCommand.class,
      ApplyCommand.class,
      RenderCommand.class,
      ReadCommand.class,
      DoctorCommand.class
    })
public final class LoaMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    CommandLine line = new CommandLine(new LoaMain());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (fault, command, result) -> {
          if (fault instanceof ProblemException known) {
            command.getErr().println(known.problem());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw fault;
        });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

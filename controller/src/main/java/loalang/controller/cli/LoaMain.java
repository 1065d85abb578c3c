// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
      VoicesCommand.class,
      ReadCommand.class,
      ImportCommand.class,
      DoctorCommand.class
    })
public final class LoaMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }

  /** The command line, not run; tests give it their own writers. */
  public static CommandLine commandLine() {
    return new CommandLine(new LoaMain())
        .setExecutionExceptionHandler(
            (fault, command, result) -> {
              if (fault instanceof ProblemException known) {
                command.getErr().println(known.problem());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw fault;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Lệnh nào? / which command?");
  }
}

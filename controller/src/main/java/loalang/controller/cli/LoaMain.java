// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything the office does from a command line. */
@Command(
    name = "loa",
    mixinStandardHelpOptions = true,
    version = "loa 0.1.0",
    description = "The commune's loudspeakers from a command line.",
    subcommands = {
      ControllerCommand.class,
      SayCommand.class,
      TicketCommand.class,
      ApplyCommand.class,
      RenderCommand.class,
      DoctorCommand.class
    })
public final class LoaMain implements Runnable {
  private static final int FAILED = 1;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  private LoaMain() {}

  /** The program. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, not run; tests give it their own writers. */
  public static CommandLine commandLine() {
    return new CommandLine(new LoaMain())
        .setExecutionExceptionHandler((thrown, command, parsed) -> tell(command.getErr(), thrown));
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  private static int tell(PrintWriter err, Exception thrown) throws Exception {
    if (thrown instanceof ProblemException known) {
      err.println(known.problem());
      return FAILED;
    }
    throw thrown;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import loalang.protocol.ProblemException;
import picocli.CommandLine;

/**
 * How each of our programs speaks to the person who types: UTF-8 whatever the locale; a known
 * problem is one line on standard error and exit code 1. Main thread.
 */
public final class Terminal {
  private Terminal() {}

  /** A command that tells known problems and throws all else. */
  public static CommandLine of(Runnable command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (fault, line, result) -> {
              if (fault instanceof ProblemException known) {
                line.getErr().println(known.problem());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw fault;
            });
  }

  /** Runs a command and ends the process with its code: 0 done, 1 failed, 2 used wrongly. */
  public static void run(CommandLine line, String[] arguments) {
    System.exit(
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import loalang.protocol.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The agent's command line. Exit codes: 0 done, 1 failed, 2 used wrongly; stopped by SIGTERM it
 * ends with the system's 143.
 */
@Command(
    name = "loa agent",
    mixinStandardHelpOptions = true,
    versionProvider = AgentMain.Version.class,
    sortOptions = false,
    description = "Runs one loudspeaker: hears its office, plays, and says what it played.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed; the problem is on stderr", "2:used wrongly"})
public final class AgentMain implements Callable<Integer> {
  private static final String LOG_FORMAT_KEY = "java.util.logging.SimpleFormatter.format";
  private static final String LOG_FORMAT = "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n";

  @Mixin private final AgentOptions options = new AgentOptions();

  @Option(names = "--rehearse", hidden = true)
  private boolean rehearse;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Starts the agent. */
  public static void main(String[] arguments) {
    if (System.getProperty(LOG_FORMAT_KEY) == null) {
      System.setProperty(LOG_FORMAT_KEY, LOG_FORMAT);
    }
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new AgentMain())
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              if (fault instanceof ProblemException known) {
                PrintWriter err = command.getErr();
                err.println(known.problem());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw fault;
            });
  }

  @Override
  public Integer call() throws Exception {
    if (rehearse) {
      Rehearsal.run(options.stateDirectory());
      return CommandLine.ExitCode.OK;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Agent agent = Agent.start(options, spec.commandLine().getOut());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  agent.stop();
                  ended.countDown();
                },
                "stop"));
    ended.await();
    return CommandLine.ExitCode.OK;
  }

  /** The version of this build, as the jar says it. */
  static final class Version implements CommandLine.IVersionProvider {
    static String text() {
      return Optional.ofNullable(AgentMain.class.getPackage().getImplementationVersion())
          .orElse("development");
    }

    @Override
    public String[] getVersion() {
      return new String[] {"Loa Làng agent " + text()};
    }
  }
}

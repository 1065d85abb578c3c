// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation;

import loalang.controller.client.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./loa simulate} starts. */
@Command(name = "loa", mixinStandardHelpOptions = true, subcommands = SimulateCommand.class)
public final class SimulationMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and exits with its code: 0 done, 1 failed, 2 used wrongly. */
  public static void main(String[] arguments) {
    Terminal.run(Terminal.of(new SimulationMain()), arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

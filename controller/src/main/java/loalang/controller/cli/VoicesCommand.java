// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The voices of this office. */
@Command(
    name = "voices",
    mixinStandardHelpOptions = true,
    description = {
      "Giọng đọc: xem, cài thêm, nghe thử.",
      "Voices: list them, install one, try one."
    },
    subcommands = {VoicesListCommand.class, VoicesInstallCommand.class, VoicesTestCommand.class})
final class VoicesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, install, test?");
  }
}

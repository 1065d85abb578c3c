// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import loalang.controller.client.Terminal;
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
      SpeakerCommand.class,
      BrokerCommand.class,
      ApplyCommand.class,
      ScheduleCommand.class,
      NoticeCommand.class,
      StationCommand.class,
      ReadinessCommand.class,
      SilenceCommand.class,
      KeysCommand.class,
      RenderCommand.class,
      VoicesCommand.class,
      ReadCommand.class,
      ImportCommand.class,
      DictionaryCommand.class,
      AccountCommand.class,
      ApprovalCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class
    })
public final class LoaMain implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    Terminal.run(commandLine(), arguments);
  }

  /** The command line, not run; tests give it their own writers. */
  public static CommandLine commandLine() {
    return Terminal.of(new LoaMain());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Lệnh nào? / which command?");
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done about one node. */
@Command(
    name = "speaker",
    mixinStandardHelpOptions = true,
    description = {"Một cụm loa: thu hồi quyền.", "One node: take its right away."})
final class SpeakerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "revoke?");
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = {
        "Thu hồi: cụm loa bị ngắt ngay và không vào lại được; báo cáo cũ còn nguyên.",
        "The node is disconnected at once and cannot come back; what it reported stays."
      })
  int revoke(
      @Mixin OfficeOption office,
      @Parameters(paramLabel = "NAME", description = "Tên cụm loa / the node's name.")
          String name) {
    office.office().delete("/speakers/" + name);
    spec.commandLine().getOut().println("đã thu hồi / revoked: " + name);
    return 0;
  }
}

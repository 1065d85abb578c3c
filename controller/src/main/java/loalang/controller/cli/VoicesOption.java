// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.voice.VoiceId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose voices a command uses. */
final class VoicesOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Thư mục của máy chủ, có voices.yaml / the controller's folder (default: .loa/office).")
  private @Nullable Path dataDirectory;

  /** The folder, which need not exist. */
  Path directory() {
    return dataDirectory == null ? OfficeOption.standard() : dataDirectory;
  }

  /** A voice's name as it was typed; a wrong one is a wrong use of that command. */
  static VoiceId voiceId(CommandSpec spec, String written) {
    try {
      return new VoiceId(written);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** The voices there. */
  VoiceInstallation installation() {
    return VoiceInstallation.of(directory(), System.getenv());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import loalang.announcements.VoiceInstallation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

  /** The voices there. */
  VoiceInstallation installation() {
    return VoiceInstallation.of(directory(), System.getenv());
  }
}

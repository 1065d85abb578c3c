// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the running controller is. */
final class OfficeOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:LOA_HOME:-.loa}/controller",
      description = "The controller's data directory (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".loa", "controller");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Its address (default: as the data directory says).")
  private @Nullable String url;

  Path data() {
    return data;
  }

  OfficeClient client() {
    return OfficeClient.of(data, java.util.Optional.ofNullable(url));
  }
}

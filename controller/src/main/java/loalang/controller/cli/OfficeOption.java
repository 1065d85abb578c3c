// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which office a command speaks to. */
final class OfficeOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Thư mục của máy chủ / the controller's folder (default: .loa/office).")
  private @Nullable Path dataDirectory;

  OfficeClient office() {
    return OfficeClient.ofDataDirectory(directory());
  }

  /** Where the office keeps what lasts. */
  Path directory() {
    return dataDirectory == null ? standard() : dataDirectory;
  }

  static Path standard() {
    return Path.of(System.getProperty("loa.home", ".loa")).resolve("office");
  }
}

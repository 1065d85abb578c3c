// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programme sheets that a technician lays into a directory. Blocking.
 *
 * @param directory may be missing
 */
record SheetDirectory(Path directory) {

  /** A file with its text and when it was written. */
  record Sheet(Path file, String yaml, Instant written) {}

  /** Every {@code *.yaml} and {@code *.yml}, by name. */
  List<Sheet> sheets() throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return sheets;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(SheetDirectory::isSheet).sorted().toList()) {
        String yaml = Files.readString(file, StandardCharsets.UTF_8);
        sheets.add(new Sheet(file, yaml, Files.getLastModifiedTime(file).toInstant()));
      }
    }
    return sheets;
  }

  private static boolean isSheet(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The note in the data directory that says where the running controller is found.
 *
 * @param url of console and API
 */
public record OfficeAddress(String url) {
  private static final String FILE = "controller.url";

  /** Leaves the note. */
  public void leaveIn(Path data) throws IOException {
    Path half = data.resolve(FILE + ".new");
    Files.writeString(half, url + "\n", StandardCharsets.UTF_8);
    Files.move(half, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads the note; empty if no controller ever ran there. */
  public static Optional<OfficeAddress> readIn(Path data) throws IOException {
    Path note = data.resolve(FILE);
    return Files.exists(note)
        ? Optional.of(new OfficeAddress(Files.readString(note, StandardCharsets.UTF_8).strip()))
        : Optional.empty();
  }
}

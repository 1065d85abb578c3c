// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The newest copy of an office, as it is written down in its directory.
 *
 * @param at when it was made
 * @param bytes how large the file is
 * @param name of the file
 */
public record LastCopy(Instant at, long bytes, String name) {
  /** After so long another one is due. */
  public static final Duration DUE = Duration.ofDays(7);

  static final String FILE = "last-copy";

  /** What a directory says; empty if no copy was ever made, or nobody can read it. Blocking. */
  public static Optional<LastCopy> of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      return lines.size() < 3
          ? Optional.empty()
          : Optional.of(
              new LastCopy(
                  Instant.parse(lines.get(0)), Long.parseLong(lines.get(1)), lines.get(2)));
    } catch (IOException | DateTimeParseException | NumberFormatException e) {
      return Optional.empty(); // the page then says that none is known, which is the truth
    }
  }

  void keep(Path data) {
    try {
      Files.writeString(data.resolve(FILE), at + "\n" + bytes + "\n" + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if another one is due. */
  public boolean isOld(Instant now) {
    return at.plus(DUE).isBefore(now);
  }
}

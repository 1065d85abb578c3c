// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** A file that a person names. */
final class TextFile {
  private TextFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw problem(file, "it is not UTF-8", e);
    } catch (IOException e) {
      throw problem(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static ProblemException problem(Path file, String why, IOException cause) {
    return new ProblemException(
        new Problem(
            "FILE_UNREADABLE",
            "%s cannot be read: %s.".formatted(file, why),
            "Name an existing text file in UTF-8."),
        cause);
  }
}

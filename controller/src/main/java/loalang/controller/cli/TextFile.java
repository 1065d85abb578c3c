// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** A text a person named on the command line. */
final class TextFile {
  private TextFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "FILE_UNREADABLE",
              "The file " + file + " cannot be read as UTF-8 text.",
              "Check its name and its rights."),
          e);
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A file a person named on the command line. Blocking, any thread.
 *
 * @param path as it was named
 */
public record NamedFile(Path path) {

  /**
   * Its text.
   *
   * @throws ProblemException FILE_UNREADABLE
   */
  public String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw unreadable("read as UTF-8 text", e);
    }
  }

  /**
   * Its bytes.
   *
   * @throws ProblemException FILE_UNREADABLE
   */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable("read", e);
    }
  }

  /**
   * Puts a text into it.
   *
   * @throws ProblemException FILE_NOT_WRITTEN
   */
  public void write(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "FILE_NOT_WRITTEN",
              "The file " + path + " cannot be written.",
              "Check the folder, its rights and the free space."),
          e);
    }
  }

  private ProblemException unreadable(String what, IOException cause) {
    return new ProblemException(
        new Problem(
            "FILE_UNREADABLE",
            "The file %s cannot be %s.".formatted(path, what),
            "Check its name and its rights."),
        cause);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import loalang.controller.client.NamedFile;

/** A text a person named on the command line. */
final class TextFile {
  private TextFile() {}

  static String read(Path file) {
    return new NamedFile(file).text();
  }
}

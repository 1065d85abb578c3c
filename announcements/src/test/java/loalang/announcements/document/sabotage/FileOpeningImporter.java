// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;

/** An importer that opens what a document names. */
public final class FileOpeningImporter {
  private FileOpeningImporter() {}

  /** The forbidden look. */
  public static boolean sees(String name) {
    return Files.exists(Path.of(name));
  }
}

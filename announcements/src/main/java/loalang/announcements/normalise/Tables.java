// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables that ship beside this class: tab-separated, {@code #} starts a comment line. */
final class Tables {
  private Tables() {}

  static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The table " + name + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The table " + name + " cannot be read.", unreadable);
    }
  }

  /** Every row that is neither empty nor a comment, cut at its tabs. */
  static List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> rows.add(line.split("\t", -1)));
    return rows;
  }
}

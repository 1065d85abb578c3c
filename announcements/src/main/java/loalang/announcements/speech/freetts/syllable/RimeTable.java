// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import loalang.announcements.speech.freetts.syllable.Syllable.Rime;

/** Every rime by its spelling without a tone mark, from the table beside this class. */
final class RimeTable {
  private static final String NAME = "rimes.tsv";
  private static final Map<String, Rime> RIMES = read();

  private RimeTable() {}

  static Optional<Rime> spelt(String rime) {
    return Optional.ofNullable(RIMES.get(rime));
  }

  private static Map<String, Rime> read() {
    Map<String, Rime> rimes = new HashMap<>();
    text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(
            row ->
                rimes.put(
                    row[0],
                    new Rime("w".equals(row[1]), Nucleus.valueOf(row[2]), Coda.valueOf(row[3]))));
    return Map.copyOf(rimes);
  }

  private static String text() {
    try (InputStream in = RimeTable.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("The table " + NAME + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The table " + NAME + " cannot be read.", unreadable);
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}
 * @param user empty for SQLite
 * @param password empty for SQLite
 * @param patience how long a write waits for another writer, over 0
 */
public record DatabaseSettings(
    String url, Optional<String> user, Optional<String> password, Duration patience) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public DatabaseSettings {
    if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "A database is jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME, was \"%s\"."
              .formatted(url));
    }
  }

  /** One file, no server. */
  public static DatabaseSettings file(Path file) {
    return new DatabaseSettings(
        SQLITE + file.toAbsolutePath(), Optional.empty(), Optional.empty(), Duration.ofSeconds(5));
  }

  boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  Path sqliteFile() {
    return Path.of(url.substring(SQLITE.length()));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.time.Duration;
import java.util.Optional;
import loalang.controller.storage.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * An office's database, if it is on a server. User and password come from the environment: what
 * stands on a command line every user of the machine can read.
 */
final class DatabaseOption {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:LOA_DATABASE}",
      description = "jdbc:postgresql://host/name; user and password: LOA_DATABASE_USER, _PASSWORD.")
  private @Nullable String database;

  Optional<DatabaseSettings> server() {
    return Optional.ofNullable(database)
        .filter(url -> !url.isBlank())
        .map(
            url ->
                new DatabaseSettings(
                    url,
                    Optional.ofNullable(System.getenv("LOA_DATABASE_USER")),
                    Optional.ofNullable(System.getenv("LOA_DATABASE_PASSWORD")),
                    PATIENCE));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A SQLite database as it stood at one instant, while others write to it. Blocking. */
public final class SqliteSnapshot {
  private static final int PATIENCE_MILLIS = 30_000;

  private SqliteSnapshot() {}

  /**
   * Copies one.
   *
   * @param to a file that is not there yet
   */
  public static void of(Path from, Path to) throws IOException {
    Database.unpackNativeLibraryBeside(to.toAbsolutePath());
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + from.toAbsolutePath());
    try (Connection connection = source.getConnection();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, to.toAbsolutePath().toString());
      copy.execute();
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(from.getFileName(), e.getMessage()), e);
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Makes Quartz's tables where they are missing, from the script inside the Quartz jar in use, so
 * that the two can never be of different versions.
 */
final class QuartzTables {
  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  private QuartzTables() {}

  static void makeIn(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String create : creates()) {
        statement.execute(create);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  /** The script also drops every table; only its CREATE statements are taken. */
  static List<String> creates() {
    String script =
        read().lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + "\n" + b);
    return Stream.of(script.split(";", -1))
        .map(String::strip)
        .filter(statement -> statement.startsWith("CREATE "))
        .map(QuartzTables::ifMissing)
        .toList();
  }

  private static String ifMissing(String create) {
    return create
        .replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
        .replaceFirst("^CREATE INDEX ", "CREATE INDEX IF NOT EXISTS ");
  }

  private static String read() {
    InputStream script =
        Objects.requireNonNull(QuartzTables.class.getResourceAsStream(SCRIPT), SCRIPT);
    try (script) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The Quartz jar of this program cannot be read.", e);
    }
  }
}

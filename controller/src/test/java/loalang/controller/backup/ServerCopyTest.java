// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import loalang.controller.ControllerConfig;
import loalang.controller.kit.TestOffice;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.ProblemException;
import loalang.schedules.kit.PostgresServer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office whose database is a real PostgreSQL is copied while it works, and stands up again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerCopyTest {
  private static final String PASSPHRASE = "bốn con trâu xanh";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void a_database_on_a_server_goes_into_the_copy_and_into_an_empty_one_again()
      throws IOException, InterruptedException, SQLException {
    Path copy = folder.resolve("2026-11-22.loa");
    Path there = folder.resolve("there");
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseSettings first = settings(server.url());
      String notice;
      try (TestOffice office = open(folder.resolve("here"), first)) {
        notice = office.officer().notice("Mời bà con tiêm chủng.");
        OfficeCopy.Source source = new OfficeCopy.Source(office.data(), Optional.of(first));
        OfficeCopy.write(source, copy, PASSPHRASE, NOW);
        office.officer().notice("Sau khi sao lưu.");
      }

      // Nothing is overwritten, and nothing is left of what was refused.
      assertCode("BACKUP_OTHER_DATABASE", copy, there, Optional.empty());
      assertCode("BACKUP_DATABASE_NOT_EMPTY", copy, there, Optional.of(first));
      assertFalse(Files.exists(there));

      DatabaseSettings second = another(server);
      RestoredOffice restored =
          RestoredOffice.from(
              copy, new RestoredOffice.Target(there, Optional.of(second)), PASSPHRASE, NOW);
      assertEquals(1, restored.notices());
      assertFalse(Files.exists(there.resolve(OfficeCopy.DUMP)));
      try (TestOffice office = open(there, second)) {
        assertTrue(office.officer().get("/notices").text().contains(notice));
        assertEquals(1, office.officer().get("/notices").json().getJsonArray("notices").size());
        assertTrue(office.officer().get("/audit/verification").json().getBoolean("holds"));
      }
    }
  }

  private void assertCode(String code, Path copy, Path there, Optional<DatabaseSettings> database) {
    RestoredOffice.Target target = new RestoredOffice.Target(there, database);
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> RestoredOffice.from(copy, target, PASSPHRASE, NOW));
    assertEquals(code, refused.problem().code());
  }

  private static TestOffice open(Path data, DatabaseSettings database) {
    ControllerConfig usual = TestOffice.config(data);
    ControllerConfig config =
        new ControllerConfig(
            usual.commune(),
            usual.communeName(),
            usual.http(),
            usual.mqtt(),
            usual.externalBroker(),
            usual.data(),
            Optional.of(database),
            usual.quietHours(),
            usual.patience());
    return TestOffice.open(config, TestOffice.tools());
  }

  private static DatabaseSettings another(PostgresServer server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement make = connection.createStatement()) {
      make.execute("CREATE DATABASE another");
    }
    return settings(server.url().replace("/postgres?", "/another?"));
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, Optional.empty(), Optional.empty(), Duration.ofSeconds(5));
  }
}

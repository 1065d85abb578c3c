// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import loalang.schedules.Clockwork;
import loalang.schedules.kit.PostgresServer;
import loalang.schedules.quartz.LastingStore;
import loalang.schedules.quartz.QuartzClockwork;

/** Where alarms are kept while they are measured; everything it opened goes when it is closed. */
final class AlarmStore implements AutoCloseable {

  /** The kinds of store there are. */
  enum Kind {
    RAM,
    SQLITE,
    POSTGRESQL;

    boolean isThere() {
      return this != POSTGRESQL || PostgresServer.isInstalled();
    }
  }

  private final Deque<Closeable> opened = new ArrayDeque<>();
  private final Clockwork clockwork;

  AlarmStore(Kind kind) throws IOException, InterruptedException {
    clockwork =
        switch (kind) {
          case RAM -> QuartzClockwork.inMemory();
          case SQLITE -> lasting(sqlite());
          case POSTGRESQL -> lasting(postgresql());
        };
  }

  Clockwork clockwork() {
    return clockwork;
  }

  private Clockwork lasting(HikariConfig config) {
    HikariDataSource database = new HikariDataSource(config);
    opened.push(database);
    return QuartzClockwork.lasting(new LastingStore(database, "bench", false));
  }

  private HikariConfig sqlite() throws IOException {
    Folder folder = Folder.make();
    opened.push(folder::close);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:sqlite:%s?journal_mode=WAL&synchronous=FULL&busy_timeout=5000"
            .formatted(folder.path().resolve("alarms.db")));
    return config;
  }

  private HikariConfig postgresql() throws IOException, InterruptedException {
    PostgresServer server = PostgresServer.start();
    opened.push(server::close);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.url() + "&reWriteBatchedInserts=true");
    return config;
  }

  @Override
  public void close() throws IOException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}

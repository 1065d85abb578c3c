// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The file in which alarms outlive the process: one of its own, because two writers in one file
 * wait for each other (ADR 0032). Opened after {@link Database}, which prepares SQLite.
 */
public final class AlarmFile {
  private static final int PATIENCE_MILLIS = 5_000;

  private AlarmFile() {}

  /** Connections to this file, which is made if it is missing. */
  public static DataSource at(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }
}

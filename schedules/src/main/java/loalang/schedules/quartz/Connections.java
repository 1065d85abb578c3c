// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Hands Quartz the connections of a data source that somebody else opens and closes. */
final class Connections implements ConnectionProvider {
  private final DataSource database;

  Connections(DataSource database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.getConnection();
  }

  @Override
  public void initialize() {
    // The data source is ready before it comes here.
  }

  @Override
  public void shutdown() {
    // Whoever opened the data source closes it.
  }
}

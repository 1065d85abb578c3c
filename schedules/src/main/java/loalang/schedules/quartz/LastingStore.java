// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Where alarms outlive the process: Quartz's own tables in SQLite or PostgreSQL, made if missing.
 *
 * @param database connections; for SQLite a file of its own in WAL mode, synchronous FULL, foreign
 *     keys off, with a busy time-out, and not the controller's file, because two writers in one
 *     file wait for each other
 * @param name the same after each restart; books of two names share tables without meeting
 * @param clustered true if several controllers share the name: the alarm rings on one of them;
 *     needs PostgreSQL
 * @throws IllegalArgumentException if the name is not 1 to 32 of a–z, 0–9 and '-'
 */
public record LastingStore(DataSource database, String name, boolean clustered) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9-]{1,32}");

  public LastingStore {
    if (!ALLOWED.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A store's name is 1 to 32 of a-z, 0-9 and '-', was \"%s\".".formatted(name));
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import java.sql.SQLException;
import java.util.Optional;
import loalang.protocol.Problem;
import org.sqlite.SQLiteException;

/** What a database's exception means, whatever the engine. */
enum StorageFailure {
  BUSY,
  FULL,
  UNIQUE,
  CONSTRAINT,
  CORRUPT,
  READ_ONLY,
  UNAVAILABLE,
  OTHER;

  private static final int MAX_DEPTH = 20;

  /** Walks the causes for the first SQL exception: Jdbi and the pool wrap it. */
  static StorageFailure of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql) {
        return of(sql);
      }
      cause = cause.getCause();
    }
    return OTHER;
  }

  /** As the operator meets it; empty for a fault of ours, which stays an exception. */
  Optional<Problem> problem() {
    return switch (this) {
      case BUSY ->
          problem(
              "STORAGE_BUSY",
              "Another program holds the database locked.",
              "Try again; if it stays, look which program has the data directory open.");
      case FULL ->
          problem(
              "STORAGE_FULL",
              "The disk of the database is full; nothing was stored.",
              "Make room on the disk and try again.");
      case CORRUPT ->
          problem(
              "STORAGE_CORRUPT",
              "The database file is damaged.",
              "Stop the controller and restore the newest backup.");
      case READ_ONLY ->
          problem(
              "STORAGE_READ_ONLY",
              "The database may not be written.",
              "Give the controller's user the right to write to its data directory.");
      case UNAVAILABLE ->
          problem(
              "STORAGE_UNAVAILABLE",
              "The database cannot be reached.",
              "Look whether the disk or the database server is there, then try again.");
      case UNIQUE, CONSTRAINT, OTHER -> Optional.empty();
    };
  }

  private static Optional<Problem> problem(String code, String what, String next) {
    return Optional.of(new Problem(code, what, next));
  }

  private static StorageFailure of(SQLException e) {
    if (e instanceof SQLiteException sqlite) {
      return ofSqlite(sqlite.getResultCode().code); // sqlite-jdbc leaves the SQL state null
    }
    String state = e.getSQLState();
    return state == null ? OTHER : ofState(state);
  }

  // Result codes of https://sqlite.org/rescode.html; the low byte is the primary code.
  private static StorageFailure ofSqlite(int code) {
    return switch (code & 0xff) {
      case 5, 6 -> BUSY;
      case 13 -> FULL;
      case 11, 26 -> CORRUPT;
      case 8 -> READ_ONLY;
      case 10, 14 -> UNAVAILABLE;
      case 19 -> code == 1555 || code == 2067 || code == 2579 ? UNIQUE : CONSTRAINT;
      default -> OTHER;
    };
  }

  // PostgreSQL, appendix A.
  private static StorageFailure ofState(String state) {
    return switch (state) {
      case "23505" -> UNIQUE;
      case "55P03", "40P01", "40001" -> BUSY;
      case "53100" -> FULL;
      case "25006" -> READ_ONLY;
      default -> ofClass(state.substring(0, 2));
    };
  }

  private static StorageFailure ofClass(String stateClass) {
    return switch (stateClass) {
      case "23" -> CONSTRAINT;
      case "XX" -> CORRUPT;
      case "08", "57" -> UNAVAILABLE;
      default -> OTHER;
    };
  }
}

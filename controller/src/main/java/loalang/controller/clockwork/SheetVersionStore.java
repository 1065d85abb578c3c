// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.audit.Author;
import org.jdbi.v3.core.Handle;

/** The rows of what sheets said before. Blocking, in the caller's transaction. */
final class SheetVersionStore {
  private static final int MOST_OF_A_SHEET = 50;
  private static final String ROW = "SELECT id, name, yaml, until_ms, by_whom FROM sheet_version ";

  private SheetVersionStore() {}

  /** Keeps what a sheet says now, because it is about to be changed. */
  static void keep(Handle handle, SheetName name, Author by, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO sheet_version (name, yaml, until_ms, by_whom) VALUES (:name,"
                + " (SELECT yaml FROM programme_sheet WHERE name = :name), :now, :by)")
        .bind("name", name.value())
        .bind("now", now.toEpochMilli())
        .bind("by", by.who())
        .execute();
    handle
        .createUpdate(
            "DELETE FROM sheet_version WHERE name = :name AND id NOT IN"
                + " (SELECT id FROM sheet_version WHERE name = :name ORDER BY id DESC LIMIT :most)")
        .bind("name", name.value())
        .bind("most", MOST_OF_A_SHEET)
        .execute();
  }

  static List<SheetVersion> newest(Handle handle, int limit) {
    return handle
        .createQuery(ROW + "ORDER BY id DESC LIMIT :limit")
        .bind("limit", limit)
        .map((rows, context) -> version(rows))
        .list();
  }

  static List<SheetVersion> of(Handle handle, SheetName name) {
    return handle
        .createQuery(ROW + "WHERE name = :name ORDER BY id DESC")
        .bind("name", name.value())
        .map((rows, context) -> version(rows))
        .list();
  }

  static Optional<SheetVersion> find(Handle handle, long id) {
    return handle
        .createQuery(ROW + "WHERE id = :id")
        .bind("id", id)
        .map((rows, context) -> version(rows))
        .findOne();
  }

  private static SheetVersion version(ResultSet rows) throws SQLException {
    return new SheetVersion(
        rows.getLong("id"),
        new SheetName(rows.getString("name")),
        rows.getString("yaml"),
        Instant.ofEpochMilli(rows.getLong("until_ms")),
        rows.getString("by_whom"));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of calendar addresses. Blocking, in the caller's transaction. */
final class CalendarLinkStore {
  private static final String ROW =
      "SELECT id, account, zone, made_ms, read_ms FROM calendar_link ";

  private CalendarLinkStore() {}

  /** Keeps a new one; what the account had for the same scope is gone. */
  static void put(Handle handle, CalendarLink link, String hash) {
    handle
        .createUpdate("DELETE FROM calendar_link WHERE account = :account AND zone = :zone")
        .bind("account", link.account())
        .bind("zone", link.scope().word())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO calendar_link (account, zone, token_hash, made_ms)"
                + " VALUES (:account, :zone, :hash, :made)")
        .bind("account", link.account())
        .bind("zone", link.scope().word())
        .bind("hash", hash)
        .bind("made", link.made().toEpochMilli())
        .execute();
  }

  static List<CalendarLink> of(Handle handle, String account) {
    return handle
        .createQuery(ROW + "WHERE account = :account ORDER BY zone")
        .bind("account", account)
        .map((rows, context) -> link(rows))
        .list();
  }

  static Optional<CalendarLink> find(Handle handle, String hash) {
    return handle
        .createQuery(ROW + "WHERE token_hash = :hash")
        .bind("hash", hash)
        .map((rows, context) -> link(rows))
        .findOne();
  }

  static void read(Handle handle, long id, Instant at) {
    handle
        .createUpdate("UPDATE calendar_link SET read_ms = :at WHERE id = :id")
        .bind("at", at.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  static void remove(Handle handle, long id) {
    handle.createUpdate("DELETE FROM calendar_link WHERE id = :id").bind("id", id).execute();
  }

  private static CalendarLink link(ResultSet rows) throws SQLException {
    long read = rows.getLong("read_ms");
    return new CalendarLink(
        rows.getLong("id"),
        rows.getString("account"),
        CalendarScope.of(rows.getString("zone")),
        Instant.ofEpochMilli(rows.getLong("made_ms")),
        read == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(read)));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import loalang.controller.audit.AuditEntry.Links;
import org.jdbi.v3.core.Handle;

/** The rows of the log. Blocking, in the transaction of the deed. */
public final class AuditStore {
  private AuditStore() {}

  /**
   * Adds a row. It takes the chain's end for this transaction alone: whoever adds first also has
   * the last word about what it checks afterwards.
   */
  public static void add(Handle handle, Act act, Instant now) {
    handle.execute("UPDATE audit_head SET number = number + 1 WHERE id = 1"); // locks the row
    Head head = head(handle);
    Instant at = Instant.ofEpochMilli(now.toEpochMilli());
    AuditEntry entry = AuditEntry.next(head.number(), at, act, head.digest());
    handle
        .createUpdate(
            "INSERT INTO audit_entry (number, at_ms, by_whom, address, deed, object, before, after,"
                + " note, previous, digest) VALUES (:number, :at, :by, :address, :deed, :object,"
                + " :before, :after, :note, :previous, :digest)")
        .bind("number", entry.number())
        .bind("at", at.toEpochMilli())
        .bind("by", entry.by().who())
        .bind("address", entry.by().address())
        .bind("deed", entry.deed())
        .bind("object", entry.object())
        .bind("before", entry.before())
        .bind("after", entry.after())
        .bind("note", entry.note())
        .bind("previous", entry.links().previous())
        .bind("digest", entry.links().digest())
        .execute();
    handle
        .createUpdate("UPDATE audit_head SET digest = :digest WHERE id = 1")
        .bind("digest", entry.links().digest())
        .execute();
  }

  /** Where the chain ends. */
  record Head(long number, String digest) {}

  static Head head(Handle handle) {
    return handle
        .createQuery("SELECT number, digest FROM audit_head WHERE id = 1")
        .map((rows, context) -> new Head(rows.getLong("number"), rows.getString("digest")))
        .one();
  }

  /** The newest rows before a number that are sought, newest first. */
  static List<AuditEntry> newest(Handle handle, AuditDesk.Sought sought, long before, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM audit_entry"
                + " WHERE number < :before AND (:object = '' OR object = :object)"
                + " AND (:who = '' OR by_whom = :who)"
                + " ORDER BY number DESC LIMIT :limit")
        .bind("before", before)
        .bind("object", sought.object())
        .bind("who", sought.who())
        .bind("limit", limit)
        .map((rows, context) -> entry(rows))
        .list();
  }

  /** Rows in order from a number on. */
  static List<AuditEntry> from(Handle handle, long first, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM audit_entry WHERE number >= :first ORDER BY number LIMIT :limit")
        .bind("first", first)
        .bind("limit", limit)
        .map((rows, context) -> entry(rows))
        .list();
  }

  private static AuditEntry entry(ResultSet rows) throws SQLException {
    return new AuditEntry(
        rows.getLong("number"),
        Instant.ofEpochMilli(rows.getLong("at_ms")),
        new Author(rows.getString("by_whom"), rows.getString("address")),
        rows.getString("deed"),
        rows.getString("object"),
        rows.getString("before"),
        rows.getString("after"),
        rows.getString("note"),
        new Links(rows.getString("previous"), rows.getString("digest")));
  }
}

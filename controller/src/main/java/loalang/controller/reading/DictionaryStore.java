// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the dictionary in force, and every change there ever was. Nothing here changes or
 * deletes a change. Blocking, inside the caller's transaction.
 */
final class DictionaryStore {
  private DictionaryStore() {}

  /** The version in force; 0 before the first change. */
  static long version(Handle handle) {
    return handle
        .createQuery("SELECT value FROM counter WHERE name = 'dictionary-version'")
        .mapTo(Long.class)
        .one();
  }

  static List<KeptRow> rows(Handle handle) {
    return handle
        .createQuery("SELECT * FROM dictionary_row ORDER BY written, conditions")
        .map((rows, context) -> kept(rows))
        .list();
  }

  static CommuneDictionary.Contents contents(Handle handle) {
    return new CommuneDictionary.Contents(version(handle), rows(handle));
  }

  static Optional<KeptRow> find(Handle handle, DictionaryRow.Key key) {
    return handle
        .createQuery("SELECT * FROM dictionary_row WHERE written = :written AND conditions = :when")
        .bind("written", key.written())
        .bind("when", key.when())
        .map((rows, context) -> kept(rows))
        .findOne();
  }

  static int count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM dictionary_row").mapTo(Integer.class).one();
  }

  static void put(Handle handle, DictionaryRow row, CommuneDictionary.Signature signature) {
    long version = write(handle, row, false, signature);
    handle
        .createUpdate(
            "INSERT INTO dictionary_row"
                + " (written, conditions, spoken, source, version, by_whom, at_ms)"
                + " VALUES (:written, :when, :spoken, :source, :version, :by, :at)"
                + " ON CONFLICT (written, conditions) DO UPDATE SET spoken = excluded.spoken,"
                + " source = excluded.source, version = excluded.version,"
                + " by_whom = excluded.by_whom, at_ms = excluded.at_ms")
        .bind("written", row.written())
        .bind("when", row.when())
        .bind("spoken", row.spoken())
        .bind("source", row.source())
        .bind("version", version)
        .bind("by", signature.by())
        .bind("at", signature.at().toEpochMilli())
        .execute();
  }

  static void remove(Handle handle, DictionaryRow row, CommuneDictionary.Signature signature) {
    write(handle, row, true, signature);
    handle
        .createUpdate("DELETE FROM dictionary_row WHERE written = :written AND conditions = :when")
        .bind("written", row.written())
        .bind("when", row.when())
        .execute();
  }

  /** The newest changes first. */
  static List<DictionaryChange> history(Handle handle, Optional<String> written, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM dictionary_change WHERE (:any OR written = :written)"
                + " ORDER BY version DESC LIMIT :limit")
        .bind("any", written.isEmpty())
        .bind("written", written.orElse(""))
        .bind("limit", limit)
        .map((rows, context) -> change(rows))
        .list();
  }

  private static long write(
      Handle handle, DictionaryRow row, boolean removed, CommuneDictionary.Signature signature) {
    long version =
        handle
            .createQuery(
                "UPDATE counter SET value = value + 1 WHERE name = 'dictionary-version'"
                    + " RETURNING value")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            "INSERT INTO dictionary_change"
                + " (version, written, conditions, spoken, source, removed, by_whom, at_ms)"
                + " VALUES (:version, :written, :when, :spoken, :source, :removed, :by, :at)")
        .bind("version", version)
        .bind("written", row.written())
        .bind("when", row.when())
        .bind("spoken", row.spoken())
        .bind("source", row.source())
        .bind("removed", removed ? 1 : 0)
        .bind("by", signature.by())
        .bind("at", signature.at().toEpochMilli())
        .execute();
    return version;
  }

  private static KeptRow kept(ResultSet rows) throws SQLException {
    return new KeptRow(
        row(rows),
        rows.getLong("version"),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }

  private static DictionaryChange change(ResultSet rows) throws SQLException {
    return new DictionaryChange(
        rows.getLong("version"),
        row(rows),
        rows.getInt("removed") != 0,
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }

  private static DictionaryRow row(ResultSet rows) throws SQLException {
    return new DictionaryRow(
        rows.getString("written"),
        rows.getString("spoken"),
        rows.getString("conditions"),
        rows.getString("source"));
  }
}

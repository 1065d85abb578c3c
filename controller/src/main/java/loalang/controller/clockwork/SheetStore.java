// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of programme sheets that came in by the API. Blocking, in the caller's transaction. */
final class SheetStore {
  private SheetStore() {}

  static void put(Handle handle, KeptSheet sheet) {
    handle
        .createUpdate(
            "INSERT INTO programme_sheet (name, yaml, taken_ms) VALUES (:name, :yaml, :now)"
                + " ON CONFLICT (name) DO UPDATE SET yaml = excluded.yaml,"
                + " taken_ms = excluded.taken_ms")
        .bind("name", sheet.name().value())
        .bind("yaml", sheet.yaml())
        .bind("now", sheet.taken().toEpochMilli())
        .execute();
  }

  static void remove(Handle handle, SheetName name) {
    handle
        .createUpdate("DELETE FROM programme_sheet WHERE name = :name")
        .bind("name", name.value())
        .execute();
  }

  /** Every sheet in the order in which they were taken in. */
  static List<KeptSheet> all(Handle handle) {
    return handle
        .createQuery("SELECT name, yaml, taken_ms FROM programme_sheet ORDER BY taken_ms, name")
        .map(
            (rows, context) ->
                new KeptSheet(
                    new SheetName(rows.getString("name")),
                    rows.getString("yaml"),
                    Instant.ofEpochMilli(rows.getLong("taken_ms"))))
        .list();
  }
}

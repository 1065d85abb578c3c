// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of programme sheets that came in by the API. */
final class SheetStore {
  private SheetStore() {}

  static void put(Handle handle, String name, String yaml, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO programme_sheet (name, yaml, taken_ms) VALUES (:name, :yaml, :now)"
                + " ON CONFLICT (name) DO UPDATE SET yaml = excluded.yaml,"
                + " taken_ms = excluded.taken_ms")
        .bind("name", name)
        .bind("yaml", yaml)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static List<String> all(Handle handle) {
    return handle
        .createQuery("SELECT yaml FROM programme_sheet ORDER BY taken_ms, name")
        .mapTo(String.class)
        .list();
  }
}

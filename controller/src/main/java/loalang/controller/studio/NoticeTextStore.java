// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import loalang.protocol.AnnouncementId;
import org.jdbi.v3.core.Handle;

/** The texts a notice had; none is ever deleted. Blocking, inside a transaction. */
final class NoticeTextStore {
  private NoticeTextStore() {}

  /** In the order they were written; empty if the notice was never changed. */
  static List<EarlierText> of(Handle handle, AnnouncementId notice) {
    return handle
        .createQuery("SELECT * FROM notice_text WHERE notice = :notice ORDER BY number")
        .bind("notice", notice.value())
        .map((rows, context) -> text(rows))
        .list();
  }

  static void add(Handle handle, AnnouncementId notice, EarlierText text) {
    handle
        .createUpdate(
            "INSERT INTO notice_text (notice, number, title, source, by_whom, at_ms)"
                + " VALUES (:notice, :number, :title, :source, :by, :at)")
        .bind("notice", notice.value())
        .bind("number", text.number())
        .bind("title", text.title())
        .bind("source", text.source())
        .bind("by", text.by())
        .bind("at", text.at().toEpochMilli())
        .execute();
  }

  /** The notice says this from now on, and has no sound until it is rendered. */
  static void putInForce(Handle handle, AnnouncementId notice, EarlierText text) {
    handle
        .createUpdate(
            "UPDATE notice SET title = :title, source = :source, recording = NULL,"
                + " production = NULL WHERE id = :notice")
        .bind("notice", notice.value())
        .bind("title", text.title())
        .bind("source", text.source())
        .execute();
  }

  private static EarlierText text(ResultSet rows) throws SQLException {
    return new EarlierText(
        rows.getInt("number"),
        rows.getString("title"),
        rows.getString("source"),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }
}

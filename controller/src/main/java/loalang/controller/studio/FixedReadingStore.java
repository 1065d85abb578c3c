// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import loalang.announcements.script.SourceSpan;
import loalang.controller.reading.FixedReading;
import loalang.protocol.AnnouncementId;
import org.jdbi.v3.core.Handle;

/** The readings fixed for a notice; none is ever deleted. Blocking, inside a transaction. */
final class FixedReadingStore {
  private FixedReadingStore() {}

  /** Those in force, by place. */
  static List<KeptFix> of(Handle handle, AnnouncementId notice) {
    return handle
        .createQuery(
            "SELECT * FROM fixed_reading WHERE notice = :notice AND gone_ms IS NULL"
                + " ORDER BY start_at")
        .bind("notice", notice.value())
        .map((rows, context) -> fix(rows))
        .list();
  }

  static void add(Handle handle, AnnouncementId notice, KeptFix kept) {
    FixedReading fix = kept.fix();
    handle
        .createUpdate(
            "INSERT INTO fixed_reading (notice, start_at, end_at, written, spoken, by_whom, at_ms)"
                + " VALUES (:notice, :start, :end, :written, :spoken, :by, :at)")
        .bind("notice", notice.value())
        .bind("start", fix.place().start())
        .bind("end", fix.place().end())
        .bind("written", fix.written())
        .bind("spoken", fix.spoken())
        .bind("by", kept.by())
        .bind("at", kept.at().toEpochMilli())
        .execute();
  }

  /** Takes back what was fixed anywhere in this place; says how many. */
  static int takeBack(Handle handle, AnnouncementId notice, Place place) {
    return handle
        .createUpdate(
            "UPDATE fixed_reading SET gone_ms = :at, gone_by = :by WHERE notice = :notice"
                + " AND gone_ms IS NULL AND start_at < :end AND end_at > :start")
        .bind("notice", notice.value())
        .bind("start", place.span().start())
        .bind("end", place.span().end())
        .bind("by", place.by())
        .bind("at", place.at().toEpochMilli())
        .execute();
  }

  /** Where, by whom and when something is taken back. */
  record Place(SourceSpan span, String by, Instant at) {}

  private static KeptFix fix(ResultSet rows) throws SQLException {
    return new KeptFix(
        new FixedReading(
            new SourceSpan(rows.getInt("start_at"), rows.getInt("end_at")),
            rows.getString("written"),
            rows.getString("spoken")),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.announcements.NoticeFile;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import org.jdbi.v3.core.Handle;

/** The rows of what was aired and of the switch. Blocking, inside the caller's transaction. */
final class ReplayStore {
  // Whole on a speaker, no emergency, still there, and not stopped by an officer since.
  private static final String AIRED =
      "SELECT a.title, a.digest, MAX(a.start_ms) AS aired_ms, r.size_bytes, r.duration_ms,"
          + " n.source, n.recording"
          + " FROM airing a JOIN notice n ON n.id = a.notice"
          + " JOIN recording r ON r.digest = a.digest"
          + " WHERE a.start_ms >= :from AND a.priority <> 'EMERGENCY' AND a.skipped_code IS NULL"
          + " AND EXISTS (SELECT 1 FROM airing_expected e WHERE e.airing = a.id"
          + " AND e.told = 'ended' AND e.why = 'PLAYED')"
          + " AND NOT EXISTS (SELECT 1 FROM airing s WHERE s.notice = a.notice"
          + " AND s.stopped_ms IS NOT NULL AND s.start_ms >= a.start_ms)"
          + " GROUP BY a.title, a.digest, r.size_bytes, r.duration_ms, n.source, n.recording"
          + " ORDER BY aired_ms DESC, a.digest LIMIT :limit";

  private ReplayStore() {}

  static List<AiredNotice> aired(Handle handle, Instant from, int limit) {
    return handle
        .createQuery(AIRED)
        .bind("from", from.toEpochMilli())
        .bind("limit", limit)
        .map((rows, context) -> notice(rows))
        .list();
  }

  /** True if the newest word is that residents may listen; nobody's word is no. */
  static boolean isOpen(Handle handle) {
    return handle
        .createQuery("SELECT is_open FROM replay_switch ORDER BY id DESC LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .map(open -> open == 1)
        .orElse(false);
  }

  static void turn(Handle handle, boolean open, String byWhom, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO replay_switch (is_open, by_whom, at_ms) VALUES (:open, :by, :now)")
        .bind("open", open ? 1 : 0)
        .bind("by", byWhom)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static AiredNotice notice(ResultSet rows) throws SQLException {
    String digest = rows.getString("digest");
    boolean isAsAired = digest.equals(rows.getString("recording"));
    return AiredNotice.of(
        rows.getString("title"),
        isAsAired ? NoticeFile.read(rows.getString("source")).body() : "",
        Instant.ofEpochMilli(rows.getLong("aired_ms")),
        new RecordingRef(
            new Digest(digest),
            rows.getLong("size_bytes"),
            Duration.ofMillis(rows.getLong("duration_ms"))));
  }
}

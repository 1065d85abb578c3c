// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;

/** Emergencies that were asked for. Blocking, in the caller's transaction. */
final class EmergencyStore {
  private EmergencyStore() {}

  static void add(Handle handle, Emergency wish) {
    handle
        .createUpdate(
            "INSERT INTO emergency_wish (airing, notice, recording, zones, by_whom, at_ms)"
                + " VALUES (:airing, :notice, :recording, :zones, :by, :at)")
        .bind("airing", wish.airing().value())
        .bind("notice", wish.notice().value())
        .bind("recording", wish.recording().hex())
        .bind("zones", Zones.column(wish.zones()))
        .bind("by", wish.asked().name())
        .bind("at", wish.asked().at().toEpochMilli())
        .execute();
  }

  /** Those nobody released or withdrew, asked for after an instant, the oldest first. */
  static List<Emergency> open(Handle handle, Instant after) {
    return handle
        .createQuery(
            "SELECT * FROM emergency_wish WHERE ended_ms IS NULL AND at_ms > :after ORDER BY at_ms")
        .bind("after", after.toEpochMilli())
        .map((rows, context) -> emergency(rows))
        .list();
  }

  /** One that was asked for, and whether it still waits. */
  static Optional<Kept> ever(Handle handle, AiringId airing) {
    return handle
        .createQuery("SELECT * FROM emergency_wish WHERE airing = :airing")
        .bind("airing", airing.value())
        .map((rows, context) -> new Kept(emergency(rows), rows.getObject("ended_ms") == null))
        .findOne();
  }

  /** A wish, and whether nobody released or withdrew it. */
  record Kept(Emergency wish, boolean isOpen) {}

  private static Emergency emergency(ResultSet rows) throws SQLException {
    return new Emergency(
        new AiringId(rows.getString("airing")),
        new AnnouncementId(rows.getString("notice")),
        new Digest(rows.getString("recording")),
        Zones.of(rows.getString("zones")),
        new Signature(rows.getString("by_whom"), Instant.ofEpochMilli(rows.getLong("at_ms"))));
  }

  static Optional<Emergency> find(Handle handle, AiringId airing) {
    return open(handle, Instant.EPOCH).stream()
        .filter(wish -> wish.airing().equals(airing))
        .findFirst();
  }

  /** True if it was open; it is not any more. */
  static boolean end(Handle handle, AiringId airing, Instant now) {
    return handle
            .createUpdate(
                "UPDATE emergency_wish SET ended_ms = :now"
                    + " WHERE airing = :airing AND ended_ms IS NULL")
            .bind("airing", airing.value())
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }
}

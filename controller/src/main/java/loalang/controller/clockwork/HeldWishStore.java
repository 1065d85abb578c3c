// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import org.jdbi.v3.core.Handle;

/**
 * The rows of single airings that were asked for and wait for a second person. Blocking, in the
 * caller's transaction.
 */
final class HeldWishStore {
  private HeldWishStore() {}

  /** Keeps a wish; asked for again under its id, it is the later wish that waits. */
  static void put(Handle handle, OneOff wish, Instant asked) {
    handle
        .createUpdate(
            "INSERT INTO held_wish (id, notice, zones, priority, start_ms, latest_start_ms,"
                + " asked_ms) VALUES (:id, :notice, :zones, :priority, :start, :latest, :asked)"
                + " ON CONFLICT (id) DO UPDATE SET notice = excluded.notice,"
                + " zones = excluded.zones, priority = excluded.priority,"
                + " start_ms = excluded.start_ms, latest_start_ms = excluded.latest_start_ms,"
                + " asked_ms = excluded.asked_ms")
        .bind("id", wish.id().value())
        .bind("notice", wish.announcement().value())
        .bind("zones", Zones.column(wish.zones()))
        .bind("priority", wish.priority().name())
        .bind("start", wish.start().toEpochMilli())
        .bind("latest", wish.late().latestStart(wish.start()).toEpochMilli())
        .bind("asked", asked.toEpochMilli())
        .execute();
  }

  /** Those that may still start, in the order in which they were asked for. */
  static List<OneOff> stillPossible(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT id, notice, zones, priority, start_ms, latest_start_ms FROM held_wish"
                + " WHERE latest_start_ms >= :now ORDER BY asked_ms, id")
        .bind("now", now.toEpochMilli())
        .map((rows, context) -> wish(rows))
        .list();
  }

  /** Those that nobody let through in time, and the log does not know of. */
  static List<OneOff> lapsed(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT id, notice, zones, priority, start_ms, latest_start_ms FROM held_wish"
                + " WHERE latest_start_ms < :now ORDER BY latest_start_ms, id")
        .bind("now", now.toEpochMilli())
        .map((rows, context) -> wish(rows))
        .stream()
        .filter(wish -> AsRunStore.find(handle, new AiringId(wish.id().value())).isEmpty())
        .toList();
  }

  /** Forgets a wish: it was granted, or nobody asks for it any more. */
  static void remove(Handle handle, CueId wish) {
    handle.createUpdate("DELETE FROM held_wish WHERE id = :id").bind("id", wish.value()).execute();
  }

  private static OneOff wish(ResultSet rows) throws SQLException {
    Instant start = Instant.ofEpochMilli(rows.getLong("start_ms"));
    Instant latest = Instant.ofEpochMilli(rows.getLong("latest_start_ms"));
    return new OneOff(
        new CueId(rows.getString("id")),
        new AnnouncementId(rows.getString("notice")),
        Zones.of(rows.getString("zones")),
        Priority.valueOf(rows.getString("priority")),
        start,
        new LateRule(Duration.between(start, latest)));
  }
}

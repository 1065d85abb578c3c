// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/** The rows of places, and of who went and came. Blocking, inside the caller's transaction. */
final class SiteStore {
  private SiteStore() {}

  static Map<SpeakerId, Site> all(Handle handle) {
    Map<SpeakerId, Site> sites = new HashMap<>();
    handle
        .createQuery("SELECT * FROM speaker_place")
        .map((rows, context) -> Map.entry(new SpeakerId(rows.getString("speaker")), site(rows)))
        .forEach(row -> sites.put(row.getKey(), row.getValue()));
    return sites;
  }

  static void put(Handle handle, SpeakerId speaker, Site site, Written written) {
    handle
        .createUpdate(
            "INSERT INTO speaker_place (speaker, place, latitude, longitude, by_whom, at_ms)"
                + " VALUES (:speaker, :place, :latitude, :longitude, :by, :now)"
                + " ON CONFLICT (speaker) DO UPDATE SET place = excluded.place,"
                + " latitude = excluded.latitude, longitude = excluded.longitude,"
                + " by_whom = excluded.by_whom, at_ms = excluded.at_ms")
        .bind("speaker", speaker.value())
        .bind("place", site.place())
        .bind("latitude", site.point().map(Site.Point::latitude).orElse(null))
        .bind("longitude", site.point().map(Site.Point::longitude).orElse(null))
        .bind("by", written.byWhom())
        .bind("now", written.at().toEpochMilli())
        .execute();
  }

  /** Who wrote when. */
  record Written(String byWhom, Instant at) {}

  /** Writes down a change; what was so before is no change. */
  static void heard(Handle handle, SpeakerId speaker, boolean online, Instant now) {
    boolean before = history(handle, speaker, 1).stream().anyMatch(Presence::isOnline);
    if (before != online) {
      handle
          .createUpdate(
              "INSERT INTO speaker_presence (speaker, online, at_ms)"
                  + " VALUES (:speaker, :online, :now)")
          .bind("speaker", speaker.value())
          .bind("online", online ? 1 : 0)
          .bind("now", now.toEpochMilli())
          .execute();
    }
  }

  /** The newest changes, the newest first. */
  static List<Presence> history(Handle handle, SpeakerId speaker, int limit) {
    return handle
        .createQuery(
            "SELECT online, at_ms FROM speaker_presence WHERE speaker = :speaker"
                + " ORDER BY id DESC LIMIT :limit")
        .bind("speaker", speaker.value())
        .bind("limit", limit)
        .map(
            (rows, context) ->
                new Presence(
                    rows.getInt("online") == 1, Instant.ofEpochMilli(rows.getLong("at_ms"))))
        .list();
  }

  /** Who was not heard at an instant, and since when. */
  static Map<SpeakerId, Instant> lost(Handle handle, Instant at) {
    Map<SpeakerId, Instant> lost = new HashMap<>();
    handle
        .createQuery(
            "SELECT p.speaker, p.at_ms FROM speaker_presence p WHERE p.online = 0 AND p.id ="
                + " (SELECT MAX(q.id) FROM speaker_presence q"
                + " WHERE q.speaker = p.speaker AND q.at_ms <= :at)")
        .bind("at", at.toEpochMilli())
        .map(
            (rows, context) ->
                Map.entry(
                    new SpeakerId(rows.getString("speaker")),
                    Instant.ofEpochMilli(rows.getLong("at_ms"))))
        .forEach(row -> lost.put(row.getKey(), row.getValue()));
    return lost;
  }

  private static Site site(ResultSet rows) throws SQLException {
    double latitude = rows.getDouble("latitude");
    boolean isKnown = !rows.wasNull();
    double longitude = rows.getDouble("longitude");
    return new Site(
        rows.getString("place"),
        isKnown && !rows.wasNull()
            ? Optional.of(new Site.Point(latitude, longitude))
            : Optional.empty());
  }
}

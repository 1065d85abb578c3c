// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.announcements.audio.Mastering;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the station's settings; they only grow. Blocking, inside the caller's transaction.
 */
final class StationStore {
  private StationStore() {}

  static KeptSettings newest(Handle handle) {
    return history(handle, 1).stream().findFirst().orElse(KeptSettings.NONE);
  }

  /** The newest first. */
  static List<KeptSettings> history(Handle handle, int limit) {
    return handle
        .createQuery("SELECT * FROM station_settings ORDER BY version DESC LIMIT :limit")
        .bind("limit", limit)
        .map((rows, context) -> kept(rows))
        .list();
  }

  static void add(Handle handle, KeptSettings kept) {
    StationSettings settings = kept.settings();
    handle
        .createUpdate(
            "INSERT INTO station_settings (version, opening, closing, says_synthetic, chime,"
                + " target_lufs, ceiling_dbtp, loudspeakers, voice, dialect, by_whom, at_ms)"
                + " VALUES (:version, :opening, :closing, :synthetic, :chime, :lufs, :dbtp,"
                + " :loudspeakers, :voice, :dialect, :by, :at)")
        .bind("version", kept.version())
        .bind("opening", settings.lines().opening())
        .bind("closing", settings.lines().closing())
        .bind("synthetic", settings.lines().saysSynthetic() ? 1 : 0)
        .bind("chime", settings.chime())
        .bind("lufs", settings.mastering().targetLufs())
        .bind("dbtp", settings.mastering().ceilingDbtp())
        .bind("loudspeakers", settings.loudspeakers().written())
        .bind("voice", settings.voice().map(VoiceId::value).orElse(null))
        .bind("dialect", settings.dialect().written())
        .bind("by", kept.by())
        .bind("at", kept.at().toEpochMilli())
        .execute();
  }

  private static KeptSettings kept(ResultSet rows) throws SQLException {
    return new KeptSettings(
        rows.getLong("version"),
        new StationSettings(
            new StationSettings.Lines(
                rows.getString("opening"),
                rows.getString("closing"),
                rows.getInt("says_synthetic") == 1),
            rows.getString("chime"),
            new Mastering(rows.getDouble("target_lufs"), rows.getDouble("ceiling_dbtp")),
            Loudspeakers.of(rows.getString("loudspeakers")),
            Optional.ofNullable(rows.getString("voice")).map(VoiceId::new),
            VoiceDialect.of(rows.getString("dialect"))),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }
}

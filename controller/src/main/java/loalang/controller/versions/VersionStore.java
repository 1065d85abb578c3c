// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.controller.approval.NoticeVersion;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.NoticeStore;
import loalang.controller.studio.Rendered;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.RecordingRef;
import org.jdbi.v3.core.Handle;

/** The rows of versions and of who hears them. Blocking, inside the caller's transaction. */
public final class VersionStore {
  private static final String ONE = " WHERE notice = :notice AND name = :name";

  private VersionStore() {}

  /** Who hears which recording of a notice. */
  public static HeardVersions heard(Handle handle, AnnouncementId notice) {
    Map<PagingZone, VersionName> set = new HashMap<>();
    zones(handle).forEach(one -> set.put(one.zone(), one.version()));
    Map<VersionName, RecordingRef> recordings = new HashMap<>();
    Map<VersionName, VersionText> texts = new HashMap<>();
    for (LanguageVersion version : of(handle, notice)) {
      texts.put(version.name(), version.text());
      version.recording().ifPresent(recording -> recordings.put(version.name(), recording));
    }
    return new HeardVersions(set, recordings, texts);
  }

  /**
   * What an approver answers for: the words and the sound of the notice and of all its versions, so
   * that a version that comes later, or changes, has to be approved too.
   */
  public static Optional<NoticeVersion> whole(Handle handle, NoticeCard card) {
    StringBuilder words = new StringBuilder(card.source());
    for (LanguageVersion version : of(handle, card.id())) {
      version
          .recording()
          .ifPresent(
              recording -> words.append('\n').append(version.name()).append(recording.digest()));
    }
    return card.recording()
        .map(recording -> NoticeVersion.of(card.id(), words.toString(), recording.digest()));
  }

  static List<LanguageVersion> of(Handle handle, AnnouncementId notice) {
    return handle
        .createQuery(
            "SELECT v.*, r.size_bytes, r.duration_ms FROM language_version v"
                + " LEFT JOIN recording r ON r.digest = v.recording"
                + " WHERE v.notice = :notice ORDER BY v.name")
        .bind("notice", notice.value())
        .map((rows, context) -> version(rows))
        .list();
  }

  static Optional<LanguageVersion> find(Handle handle, AnnouncementId notice, VersionName name) {
    return of(handle, notice).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Writes a version in place of what had its name; it has no recording yet. */
  static void put(Handle handle, AnnouncementId notice, LanguageVersion version) {
    remove(handle, notice, version.name());
    VersionText text = version.text();
    handle
        .createUpdate(
            "INSERT INTO language_version (notice, name, language, dialect, voice, is_recorded,"
                + " source, by_whom, at_ms) VALUES (:notice, :name, :language, :dialect, :voice,"
                + " :recorded, :source, :by, :at)")
        .bind("notice", notice.value())
        .bind("name", version.name().value())
        .bind("language", text.language().tag())
        .bind("dialect", text.dialect().map(VoiceDialect::written).orElse(null))
        .bind("voice", text.voice().map(VoiceId::value).orElse(null))
        .bind("recorded", version.isRecorded() ? 1 : 0)
        .bind("source", text.body().orElse(""))
        .bind("by", version.by())
        .bind("at", version.at().toEpochMilli())
        .execute();
  }

  /** True if there is such a version, as it was when its rendering began. */
  static boolean render(
      Handle handle, AnnouncementId notice, LanguageVersion version, Rendered rendered) {
    NoticeStore.keep(handle, rendered);
    return handle
            .createUpdate(
                "UPDATE language_version SET recording = :digest, production = :how"
                    + ONE
                    + " AND at_ms = :at")
            .bind("digest", rendered.recording().digest().hex())
            .bind("how", rendered.production())
            .bind("notice", notice.value())
            .bind("name", version.name().value())
            .bind("at", version.at().toEpochMilli())
            .execute()
        == 1;
  }

  static boolean remove(Handle handle, AnnouncementId notice, VersionName name) {
    return handle
            .createUpdate("DELETE FROM language_version" + ONE)
            .bind("notice", notice.value())
            .bind("name", name.value())
            .execute()
        == 1;
  }

  static List<ZoneVersion> zones(Handle handle) {
    return handle
        .createQuery("SELECT * FROM zone_version ORDER BY zone")
        .map(
            (rows, context) ->
                new ZoneVersion(
                    new PagingZone(rows.getString("zone")),
                    new VersionName(rows.getString("version")),
                    rows.getString("by_whom"),
                    Instant.ofEpochMilli(rows.getLong("at_ms"))))
        .list();
  }

  static void set(Handle handle, ZoneVersion zone) {
    handle
        .createUpdate(
            "INSERT INTO zone_version (zone, version, by_whom, at_ms)"
                + " VALUES (:zone, :version, :by, :at) ON CONFLICT (zone) DO UPDATE SET"
                + " version = excluded.version, by_whom = excluded.by_whom,"
                + " at_ms = excluded.at_ms")
        .bind("zone", zone.zone().value())
        .bind("version", zone.version().value())
        .bind("by", zone.by())
        .bind("at", zone.at().toEpochMilli())
        .execute();
  }

  static void letGo(Handle handle, PagingZone zone) {
    handle
        .createUpdate("DELETE FROM zone_version WHERE zone = :zone")
        .bind("zone", zone.value())
        .execute();
  }

  private static LanguageVersion version(ResultSet rows) throws SQLException {
    VersionText text =
        new VersionText(
            new Language(rows.getString("language")),
            Optional.ofNullable(rows.getString("dialect")).map(VoiceDialect::of),
            Optional.ofNullable(rows.getString("voice")).map(VoiceId::new),
            Optional.of(rows.getString("source")).filter(source -> !source.isEmpty()));
    return new LanguageVersion(
        new VersionName(rows.getString("name")),
        text,
        rows.getInt("is_recorded") == 1,
        NoticeStore.recording(rows),
        Optional.ofNullable(rows.getString("production")),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import org.jdbi.v3.core.Handle;

/** The rows of notices and recordings. Blocking, inside the caller's transaction. */
public final class NoticeStore {
  private static final String CARDS =
      "SELECT n.*, r.size_bytes, r.duration_ms FROM notice n"
          + " LEFT JOIN recording r ON r.digest = n.recording ";

  private NoticeStore() {}

  /** The notice with this name. */
  public static Optional<NoticeCard> find(Handle handle, AnnouncementId id) {
    return handle
        .createQuery(CARDS + "WHERE n.id = :id")
        .bind("id", id.value())
        .map((rows, context) -> card(rows))
        .findOne();
  }

  static List<NoticeCard> newest(Handle handle, int limit) {
    return handle
        .createQuery(CARDS + "ORDER BY n.created_ms DESC, n.id LIMIT :limit")
        .bind("limit", limit)
        .map((rows, context) -> card(rows))
        .list();
  }

  /** The newest that hold these words, at most so many. */
  static List<NoticeCard> holding(Handle handle, SoughtWords words, int limit) {
    try (Stream<NoticeCard> cards =
        handle
            .createQuery(CARDS + "ORDER BY n.created_ms DESC, n.id")
            .map((rows, context) -> card(rows))
            .stream()) {
      return cards
          .filter(card -> words.areIn(card.title(), card.source(), card.id().value()))
          .limit(limit)
          .toList();
    }
  }

  /** True if it was new; false if the name is taken. */
  static boolean add(Handle handle, NoticeCard card) {
    return handle
            .createUpdate(
                "INSERT INTO notice (id, title, source, is_recorded, created_ms)"
                    + " VALUES (:id, :title, :source, :recorded, :now)"
                    + " ON CONFLICT (id) DO NOTHING")
            .bind("id", card.id().value())
            .bind("title", card.title())
            .bind("source", card.source())
            .bind("recorded", card.isRecorded() ? 1 : 0)
            .bind("now", card.created().toEpochMilli())
            .execute()
        == 1;
  }

  /** Writes down that there is a recording; a second time changes nothing. */
  public static void keep(Handle handle, Rendered rendered) {
    RecordingRef recording = rendered.recording();
    handle
        .createUpdate(
            "INSERT INTO recording (digest, size_bytes, duration_ms, made_ms)"
                + " VALUES (:digest, :size, :duration, :now) ON CONFLICT (digest) DO NOTHING")
        .bind("digest", recording.digest().hex())
        .bind("size", recording.sizeBytes())
        .bind("duration", recording.duration().toMillis())
        .bind("now", rendered.made().toEpochMilli())
        .execute();
  }

  static void render(Handle handle, AnnouncementId id, Rendered rendered) {
    keep(handle, rendered);
    handle
        .createUpdate("UPDATE notice SET recording = :digest, production = :how WHERE id = :id")
        .bind("digest", rendered.recording().digest().hex())
        .bind("how", rendered.production())
        .bind("id", id.value())
        .execute();
  }

  /** The size of a recording that exists. */
  public static Optional<Long> sizeOf(Handle handle, Digest digest) {
    return handle
        .createQuery("SELECT size_bytes FROM recording WHERE digest = :digest")
        .bind("digest", digest.hex())
        .mapTo(Long.class)
        .findOne();
  }

  private static NoticeCard card(ResultSet rows) throws SQLException {
    return new NoticeCard(
        new AnnouncementId(rows.getString("id")),
        rows.getString("title"),
        rows.getString("source"),
        rows.getInt("is_recorded") == 1,
        Instant.ofEpochMilli(rows.getLong("created_ms")),
        recording(rows),
        Optional.ofNullable(rows.getString("production")));
  }

  /** How long the recording of each notice is that has one. */
  public static Map<AnnouncementId, Duration> lengths(Handle handle) {
    return handle
        .createQuery(
            "SELECT n.id, r.duration_ms FROM notice n JOIN recording r ON r.digest = n.recording")
        .reduceRows(
            new HashMap<>(),
            (lengths, row) -> {
              Duration length = Duration.ofMillis(row.getColumn("duration_ms", Long.class));
              lengths.put(new AnnouncementId(row.getColumn("id", String.class)), length);
              return lengths;
            });
  }

  /** The recording of a row with its digest, size and duration. */
  public static Optional<RecordingRef> recording(ResultSet rows) throws SQLException {
    String digest = rows.getString("recording");
    if (digest == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RecordingRef(
            new Digest(digest),
            rows.getLong("size_bytes"),
            Duration.ofMillis(rows.getLong("duration_ms"))));
  }
}

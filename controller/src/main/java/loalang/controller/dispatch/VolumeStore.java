// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of wished volumes, which stay. Blocking, inside the caller's transaction. */
final class VolumeStore {
  private static final String ROW = "SELECT * FROM speaker_volume WHERE speaker = :speaker";

  private VolumeStore() {}

  /**
   * A wish.
   *
   * @param signed when the order that says so was signed last
   * @param answered when the speaker answered that order
   * @param obeyed what it said it plays at
   * @param refused why it does not
   */
  record Row(
      long id,
      SpeakerId speaker,
      Volume volume,
      String by,
      Instant at,
      Instant signed,
      Optional<Instant> answered,
      Optional<Volume> obeyed,
      Optional<String> refused) {}

  /** Who wishes what. */
  record Wish(SpeakerId speaker, Volume volume, String by) {}

  static void put(Handle handle, Wish wish, long sequence, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO speaker_volume (speaker, volume, by_whom, at_ms, sequence, signed_ms)"
                + " VALUES (:speaker, :volume, :by, :now, :sequence, :now)")
        .bind("speaker", wish.speaker().value())
        .bind("volume", VolumeText.of(wish.volume()))
        .bind("by", wish.by())
        .bind("sequence", sequence)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** The same wish was signed anew; what was answered before says nothing any more. */
  static void signedAgain(Handle handle, long id, long sequence, Instant now) {
    handle
        .createUpdate(
            "UPDATE speaker_volume SET sequence = :sequence, signed_ms = :now,"
                + " answered_ms = NULL, obeyed = NULL, refused = NULL WHERE id = :id")
        .bind("id", id)
        .bind("sequence", sequence)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** The newest wishes about a speaker, the newest first. */
  static List<Row> newest(Handle handle, SpeakerId speaker, int limit) {
    return handle
        .createQuery(ROW + " ORDER BY id DESC LIMIT :limit")
        .bind("speaker", speaker.value())
        .bind("limit", limit)
        .map((rows, context) -> row(rows))
        .list();
  }

  /** The newest of which the speaker said that it obeys. */
  static Optional<Row> obeyed(Handle handle, SpeakerId speaker) {
    return handle
        .createQuery(ROW + " AND obeyed IS NOT NULL ORDER BY answered_ms DESC, id DESC LIMIT 1")
        .bind("speaker", speaker.value())
        .map((rows, context) -> row(rows))
        .findOne();
  }

  /** What is wished of each speaker. */
  static List<Row> wishes(Handle handle) {
    return handle
        .createQuery(
            "SELECT * FROM speaker_volume WHERE id IN"
                + " (SELECT MAX(id) FROM speaker_volume GROUP BY speaker)")
        .map((rows, context) -> row(rows))
        .list();
  }

  /** Takes in what a speaker answers. */
  static void take(Handle handle, NumberedReport told, Instant now) {
    if (told.report() instanceof Report.OrderObeyed obeyed) {
      find(handle, told.speaker(), obeyed.sequence())
          .ifPresent(row -> answer(handle, row.id(), Answer.obeyed(row, obeyed), now));
    } else if (told.report() instanceof Report.OrderRefused refused) {
      find(handle, told.speaker(), refused.sequence())
          .ifPresent(row -> answer(handle, row.id(), Answer.refused(refused), now));
    }
  }

  private record Answer(@Nullable String obeyed, @Nullable String refused) {
    // A pole of an earlier version has passed over the hours and says nothing of them.
    static Answer obeyed(Row row, Report.OrderObeyed report) {
      Volume said = report.volume();
      Volume plays = said == null ? new Volume(row.volume().level(), null) : said;
      return new Answer(VolumeText.of(plays), null);
    }

    static Answer refused(Report.OrderRefused report) {
      return new Answer(null, report.reason().wireName());
    }
  }

  private static Optional<Row> find(Handle handle, SpeakerId speaker, long sequence) {
    return handle
        .createQuery(ROW + " AND sequence = :sequence")
        .bind("speaker", speaker.value())
        .bind("sequence", sequence)
        .map((rows, context) -> row(rows))
        .findOne();
  }

  private static void answer(Handle handle, long id, Answer answer, Instant now) {
    handle
        .createUpdate(
            "UPDATE speaker_volume SET answered_ms = :now, obeyed = :obeyed, refused = :refused"
                + " WHERE id = :id AND answered_ms IS NULL")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .bind("obeyed", answer.obeyed())
        .bind("refused", answer.refused())
        .execute();
  }

  private static Row row(ResultSet rows) throws SQLException {
    long answered = rows.getLong("answered_ms");
    Optional<Instant> when =
        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answered));
    return new Row(
        rows.getLong("id"),
        new SpeakerId(rows.getString("speaker")),
        VolumeText.parse(rows.getString("volume")),
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("at_ms")),
        Instant.ofEpochMilli(rows.getLong("signed_ms")),
        when,
        Optional.ofNullable(rows.getString("obeyed")).map(VolumeText::parse),
        Optional.ofNullable(rows.getString("refused")));
  }
}

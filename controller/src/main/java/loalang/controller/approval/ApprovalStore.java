// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of versions and of who wrote notices. Blocking, in the caller's transaction. */
public final class ApprovalStore {
  private ApprovalStore() {}

  /** Somebody wrote or mended a notice, and so cannot approve it. */
  public static void addAuthor(Handle handle, AnnouncementId notice, String author) {
    handle
        .createUpdate(
            "INSERT INTO notice_author (notice, by_whom) VALUES (:notice, :by)"
                + " ON CONFLICT (notice, by_whom) DO NOTHING")
        .bind("notice", notice.value())
        .bind("by", author)
        .execute();
  }

  static Set<String> authors(Handle handle, AnnouncementId notice) {
    return new HashSet<>(
        handle
            .createQuery("SELECT by_whom FROM notice_author WHERE notice = :notice")
            .bind("notice", notice.value())
            .mapTo(String.class)
            .list());
  }

  /** How far a version has come. */
  public static Approval find(Handle handle, NoticeVersion version) {
    return handle
        .createQuery(
            "SELECT * FROM notice_version"
                + " WHERE notice = :notice AND text = :text AND recording = :recording")
        .bind("notice", version.notice().value())
        .bind("text", version.text().hex())
        .bind("recording", version.recording().hex())
        .map((rows, context) -> approval(rows))
        .findOne()
        .orElseGet(Approval.Draft::new);
  }

  /** A version with how far it has come. */
  public record Kept(NoticeVersion version, Approval approval) {}

  /** What waits for an approver, the oldest first. */
  static List<Kept> waiting(Handle handle) {
    return handle
        .createQuery("SELECT * FROM notice_version WHERE state = 'sent' ORDER BY sent_ms, notice")
        .map((rows, context) -> new Kept(version(rows), approval(rows)))
        .list();
  }

  static void put(Handle handle, NoticeVersion version, Approval approval) {
    Row row = Row.of(approval);
    handle
        .createUpdate(
            "INSERT INTO notice_version"
                + " (notice, text, recording, state, sent_by, sent_ms, by_whom, at_ms, reason)"
                + " VALUES (:notice, :text, :recording, :state, :sentBy, :sent, :by, :at, :reason)"
                + " ON CONFLICT (notice, text, recording) DO UPDATE SET state = excluded.state,"
                + " sent_by = excluded.sent_by, sent_ms = excluded.sent_ms,"
                + " by_whom = excluded.by_whom, at_ms = excluded.at_ms, reason = excluded.reason")
        .bind("notice", version.notice().value())
        .bind("text", version.text().hex())
        .bind("recording", version.recording().hex())
        .bind("state", approval.word())
        .bind("sentBy", row.sent().name())
        .bind("sent", row.sent().at().toEpochMilli())
        .bind("by", row.by() == null ? null : row.by().name())
        .bind("at", row.by() == null ? null : row.by().at().toEpochMilli())
        .bind("reason", row.reason())
        .execute();
  }

  private record Row(Signature sent, @Nullable Signature by, @Nullable String reason) {
    static Row of(Approval approval) {
      if (approval instanceof Approval.Sent sent) {
        return new Row(sent.by(), null, null);
      }
      if (approval instanceof Approval.Approved approved) {
        return new Row(approved.sent(), approved.by(), null);
      }
      if (approval instanceof Approval.Returned returned) {
        return new Row(returned.sent(), returned.by(), returned.reason());
      }
      if (approval instanceof Approval.Waived waived) {
        return new Row(waived.by(), waived.by(), null);
      }
      throw new IllegalArgumentException("A draft is not stored.");
    }
  }

  private static NoticeVersion version(ResultSet rows) throws SQLException {
    return new NoticeVersion(
        new AnnouncementId(rows.getString("notice")),
        new Digest(rows.getString("text")),
        new Digest(rows.getString("recording")));
  }

  private static Approval approval(ResultSet rows) throws SQLException {
    Signature sent = signature(rows, "sent_by", "sent_ms");
    return switch (rows.getString("state")) {
      case "approved" -> new Approval.Approved(sent, signature(rows, "by_whom", "at_ms"));
      case "returned" ->
          new Approval.Returned(
              sent, signature(rows, "by_whom", "at_ms"), rows.getString("reason"));
      case "waived" -> new Approval.Waived(sent);
      default -> new Approval.Sent(sent);
    };
  }

  private static Signature signature(ResultSet rows, String name, String at) throws SQLException {
    return new Signature(rows.getString(name), Instant.ofEpochMilli(rows.getLong(at)));
  }
}

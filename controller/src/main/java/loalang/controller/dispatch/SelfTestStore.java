// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.dispatch.SelfTestDesk.Result;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;

/** The rows of self-tests, which stay. Blocking, inside the caller's transaction. */
final class SelfTestStore {
  private SelfTestStore() {}

  static void put(Handle handle, SpeakerId speaker, Asking asking) {
    handle
        .createUpdate(
            "INSERT INTO self_test (speaker, by_whom, asked_ms, sequence)"
                + " VALUES (:speaker, :by, :now, :sequence)")
        .bind("speaker", speaker.value())
        .bind("by", asking.by())
        .bind("now", asking.at().toEpochMilli())
        .bind("sequence", asking.sequence())
        .execute();
  }

  /** Who asks, when, by which order. */
  record Asking(String by, Instant at, long sequence) {}

  /** Takes in what a speaker answers. */
  static void take(Handle handle, NumberedReport told, Instant now) {
    if (told.report() instanceof Report.SelfTested tested) {
      String found = new String(Wire.REPORT.encode(told), UTF_8);
      answer(handle, told.speaker(), tested.sequence(), new Answer("found", found, now));
    } else if (told.report() instanceof Report.OrderRefused refused) {
      Answer answer = new Answer("refused", refused.reason().wireName(), now);
      answer(handle, told.speaker(), refused.sequence(), answer);
    }
  }

  private record Answer(String column, String text, Instant at) {}

  private static void answer(Handle handle, SpeakerId speaker, long sequence, Answer answer) {
    handle
        .createUpdate(
            "UPDATE self_test SET answered_ms = :now, <column> = :text"
                + " WHERE speaker = :speaker AND sequence = :sequence AND answered_ms IS NULL")
        .define("column", answer.column())
        .bind("text", answer.text())
        .bind("now", answer.at().toEpochMilli())
        .bind("speaker", speaker.value())
        .bind("sequence", sequence)
        .execute();
  }

  /** The newest test of each speaker. */
  static Map<SpeakerId, Result> newest(Handle handle) {
    Map<SpeakerId, Result> newest = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM self_test WHERE id IN (SELECT MAX(id) FROM self_test GROUP BY speaker)")
        .map((rows, context) -> Map.entry(new SpeakerId(rows.getString("speaker")), row(rows)))
        .forEach(row -> newest.put(row.getKey(), row.getValue()));
    return newest;
  }

  private static Result row(ResultSet rows) throws SQLException {
    long answered = rows.getLong("answered_ms");
    Optional<Instant> when =
        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answered));
    return new Result(
        rows.getString("by_whom"),
        Instant.ofEpochMilli(rows.getLong("asked_ms")),
        when,
        Optional.ofNullable(rows.getString("found")).map(SelfTestStore::checks).orElse(List.of()),
        Optional.ofNullable(rows.getString("refused")));
  }

  private static List<SelfCheck> checks(String found) {
    return Wire.REPORT.decode(found.getBytes(UTF_8))
                instanceof Decoded.Understood<NumberedReport> understood
            && understood.value().report() instanceof Report.SelfTested tested
        ? tested.checks()
        : List.of();
  }
}

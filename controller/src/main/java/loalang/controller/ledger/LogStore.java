// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.ledger.AsRunStore.Row;
import loalang.controller.ledger.Evidence.Proof;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;

/** Questions to the log. Blocking, inside the caller's transaction. */
final class LogStore {
  private static final long FRAMES_PER_MILLI = 48;

  private LogStore() {}

  /** The airings a question asks for, the newest first. */
  static List<Tally> tallies(Handle handle, Question asked) {
    Map<String, List<Counted>> counted = counted(handle, asked);
    return handle
        .createQuery(
            "SELECT * FROM airing WHERE start_ms >= :from AND start_ms < :until"
                + " ORDER BY start_ms DESC, id DESC")
        .bind("from", asked.from().toEpochMilli())
        .bind("until", asked.until().toEpochMilli())
        .map((rows, context) -> tally(rows, counted))
        .stream()
        .filter(asked::asksFor)
        .toList();
  }

  /** What each speaker was to play in a time and what it played, by name. */
  static List<MonthLine> month(Handle handle, Instant from, Instant until) {
    return handle
        .createQuery(
            "SELECT e.speaker, COUNT(*) AS airings,"
                + " SUM(CASE WHEN e.told = 'ended' AND e.why = 'PLAYED' THEN 1 ELSE 0 END)"
                + " AS played,"
                + " SUM(CASE WHEN a.priority = 'EMERGENCY' THEN 1 ELSE 0 END) AS urgent,"
                + " SUM(COALESCE(e.frames_rendered, 0)) AS frames,"
                + " SUM(COALESCE(a.duration_ms, e.frames_due / :per, 0)) AS requested,"
                + " SUM(CASE WHEN e.hearing IN ('HEARD', 'NOT_HEARD') THEN 1 ELSE 0 END)"
                + " AS listened, SUM(CASE WHEN e.hearing = 'HEARD' THEN 1 ELSE 0 END) AS heard"
                + " FROM airing a JOIN airing_expected e ON e.airing = a.id"
                + " WHERE a.start_ms >= :from AND a.start_ms < :until AND a.ordered_ms IS NOT NULL"
                + " GROUP BY e.speaker ORDER BY e.speaker")
        .bind("per", FRAMES_PER_MILLI)
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .map(
            (rows, context) ->
                new MonthLine(
                    new SpeakerId(rows.getString("speaker")),
                    rows.getLong("airings"),
                    rows.getLong("played"),
                    rows.getLong("urgent"),
                    Duration.ofMillis(rows.getLong("frames") / FRAMES_PER_MILLI),
                    Duration.ofMillis(rows.getLong("requested")),
                    rows.getLong("listened"),
                    rows.getLong("heard")))
        .list();
  }

  /** Every report about an airing, by speaker and number. */
  static List<Proof> proofs(Handle handle, AiringId airing) {
    Map<String, List<String>> faults = faults(handle, airing);
    return handle
        .createQuery(
            "SELECT speaker, key_id, number, payload, digest, received_ms FROM report"
                + " WHERE airing = :airing ORDER BY speaker, received_ms, number")
        .bind("airing", airing.value())
        .map((rows, context) -> proof(rows, faults))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proof> proof(ResultSet rows, Map<String, List<String>> faults)
      throws SQLException {
    return Wire.REPORT.decode(rows.getBytes("payload"))
            instanceof Decoded.Understood<NumberedReport> understood
        ? Optional.of(
            new Proof(
                understood.value(),
                Instant.ofEpochMilli(rows.getLong("received_ms")),
                new Digest(rows.getString("digest")),
                faults.getOrDefault(link(rows), List.of())))
        : Optional.empty();
  }

  private static Map<String, List<String>> faults(Handle handle, AiringId airing) {
    Map<String, List<String>> faults = new HashMap<>();
    handle
        .createQuery(
            "SELECT f.speaker, f.key_id, f.number, f.kind FROM chain_fault f JOIN report r"
                + " ON r.speaker = f.speaker AND r.key_id = f.key_id AND r.number = f.number"
                + " WHERE r.airing = :airing AND f.healed_ms IS NULL ORDER BY f.id")
        .bind("airing", airing.value())
        .map((rows, context) -> Map.entry(link(rows), rows.getString("kind")))
        .forEach(
            fault ->
                faults
                    .computeIfAbsent(fault.getKey(), none -> new ArrayList<>())
                    .add(fault.getValue()));
    return faults;
  }

  private static String link(ResultSet rows) throws SQLException {
    return rows.getString("speaker")
        + " "
        + rows.getString("key_id")
        + " "
        + rows.getLong("number");
  }

  /** So many speakers told the same. */
  private record Counted(Optional<String> told, Optional<String> why, int count) {}

  private static Map<String, List<Counted>> counted(Handle handle, Question asked) {
    Map<String, List<Counted>> counted = new HashMap<>();
    handle
        .createQuery(
            "SELECT e.airing, e.told, e.why, COUNT(*) AS speakers"
                + " FROM airing a JOIN airing_expected e ON e.airing = a.id"
                + " WHERE a.start_ms >= :from AND a.start_ms < :until"
                + " GROUP BY e.airing, e.told, e.why")
        .bind("from", asked.from().toEpochMilli())
        .bind("until", asked.until().toEpochMilli())
        .map(
            (rows, context) ->
                Map.entry(
                    rows.getString("airing"),
                    new Counted(
                        Optional.ofNullable(rows.getString("told")),
                        Optional.ofNullable(rows.getString("why")),
                        rows.getInt("speakers"))))
        .forEach(
            row ->
                counted
                    .computeIfAbsent(row.getKey(), none -> new ArrayList<>())
                    .add(row.getValue()));
    return counted;
  }

  private static Tally tally(ResultSet rows, Map<String, List<Counted>> counted)
      throws SQLException {
    Row row = Row.of(rows);
    List<Tally.Group> groups = new ArrayList<>();
    for (Counted some : counted.getOrDefault(row.planned().id().value(), List.of())) {
      Standing kind =
          Standing.NOTHING.with(
              StandingStore.kindOf(some.told().orElse(null), some.why().orElse(null)));
      AiringState state = row.deadlinePassed().map(kind::past).orElse(kind).state();
      groups.add(Tally.Group.of(state, some.count()));
    }
    groups.sort(
        java.util.Comparator.comparing(Tally.Group::colour)
            .reversed()
            .thenComparing(Tally.Group::word));
    long millis = rows.getLong("duration_ms");
    Optional<Duration> length =
        rows.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    return new Tally(
        row.planned(),
        row.ordered(),
        row.deadlinePassed(),
        row.stopped(),
        row.skipped(),
        length,
        groups);
  }
}

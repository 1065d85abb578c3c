// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;

/** The rows of airings. Blocking, inside the caller's transaction. */
public final class AsRunStore {
  private static final long NEVER_ORDERED = 0;

  private AsRunStore() {}

  /** Writes down that an airing was asked for; a second time changes nothing. */
  public static void plan(Handle handle, PlannedAiring airing, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO airing (id, notice, title, zones, priority, start_ms, latest_start_ms,"
                + " planned_ms) VALUES (:id, :notice, :title, :zones, :priority, :start, :latest,"
                + " :now) ON CONFLICT (id) DO NOTHING")
        .bind("id", airing.id().value())
        .bind("notice", airing.notice().value())
        .bind("title", airing.title())
        .bind("zones", Zones.column(airing.zones()))
        .bind("priority", airing.priority().name())
        .bind("start", airing.start().toEpochMilli())
        .bind("latest", airing.latestStart().toEpochMilli())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /**
   * That the order goes out.
   *
   * @param at when
   * @param deadline by which every speaker must have told its end
   * @param expected the speakers that must tell, each with the sequence of its order; at least one
   */
  public record Ordered(Instant at, Instant deadline, Map<SpeakerId, Long> expected) {
    public Ordered {
      expected = Map.copyOf(expected);
    }
  }

  /** Writes down who is expected to play. Once per airing. */
  public static void order(Handle handle, AiringId airing, Ordered ordered) {
    handle
        .createUpdate(
            "UPDATE airing SET ordered_ms = :at, sequence = :sequence, deadline_ms = :deadline"
                + " WHERE id = :id")
        .bind("at", ordered.at().toEpochMilli())
        .bind("sequence", Collections.min(ordered.expected().values()))
        .bind("deadline", ordered.deadline().toEpochMilli())
        .bind("id", airing.value())
        .execute();
    expect(handle, airing, ordered.expected());
  }

  private static void expect(Handle handle, AiringId airing, Map<SpeakerId, Long> expected) {
    expected.forEach(
        (speaker, sequence) ->
            handle
                .createUpdate(
                    "INSERT INTO airing_expected (airing, speaker, sequence)"
                        + " VALUES (:airing, :speaker, :sequence) ON CONFLICT DO NOTHING")
                .bind("airing", airing.value())
                .bind("speaker", speaker.value())
                .bind("sequence", sequence)
                .execute());
  }

  /** Writes down why an airing will never be ordered; the first reason stays. */
  public static void skip(Handle handle, AiringId airing, Problem why) {
    handle
        .createUpdate(
            "UPDATE airing SET skipped_code = :code, skipped_what = :what, skipped_next = :next"
                + " WHERE id = :id AND ordered_ms IS NULL AND stopped_ms IS NULL"
                + " AND skipped_code IS NULL")
        .bind("code", why.code())
        .bind("what", why.whatHappened())
        .bind("next", why.nextStep())
        .bind("id", airing.value())
        .execute();
  }

  /** Writes down that an officer stopped it. */
  public static void stop(Handle handle, AiringId airing, Instant now) {
    handle
        .createUpdate("UPDATE airing SET stopped_ms = :now WHERE id = :id AND stopped_ms IS NULL")
        .bind("now", now.toEpochMilli())
        .bind("id", airing.value())
        .execute();
  }

  /**
   * Writes down that a plan which had it leaves it out now; who held that plan tells what became of
   * it.
   */
  public static void withdraw(Handle handle, AiringId airing, Problem why, Ordered held) {
    skip(handle, airing, why);
    handle
        .createUpdate(
            "UPDATE airing SET deadline_ms = :deadline WHERE id = :id AND deadline_ms IS NULL")
        .bind("deadline", held.deadline().toEpochMilli())
        .bind("id", airing.value())
        .execute();
    expect(handle, airing, held.expected());
  }

  static void passDeadline(Handle handle, AiringId airing, Instant deadline) {
    handle
        .createUpdate(
            "UPDATE airing SET deadline_passed_ms = :at"
                + " WHERE id = :id AND deadline_passed_ms IS NULL")
        .bind("at", deadline.toEpochMilli())
        .bind("id", airing.value())
        .execute();
  }

  /** The airing with this name. */
  public static Optional<AiringRecord> find(Handle handle, AiringId id) {
    return records(handle, "WHERE id = '" + id.value() + "'").stream().findFirst();
  }

  static List<AiringRecord> newest(Handle handle, int limit) {
    return records(handle, "ORDER BY start_ms DESC, id DESC LIMIT " + limit);
  }

  /** The newest of one notice. */
  static List<AiringRecord> ofNotice(Handle handle, AnnouncementId notice, int limit) {
    return records(
        handle,
        "WHERE notice = '" + notice.value() + "' ORDER BY start_ms DESC, id DESC LIMIT " + limit);
  }

  /** The notices that an order went out for. */
  static Set<AnnouncementId> ordered(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT notice FROM airing WHERE ordered_ms IS NOT NULL")
        .map((rows, context) -> new AnnouncementId(rows.getString("notice")))
        .set();
  }

  /** Those that wait for their deadline. */
  static List<AiringRecord> beforeDeadline(Handle handle) {
    return records(handle, "WHERE deadline_ms IS NOT NULL AND deadline_passed_ms IS NULL");
  }

  /** Those that were asked for and neither ordered, skipped nor stopped. */
  public static List<AiringRecord> waiting(Handle handle) {
    return records(
        handle,
        "WHERE ordered_ms IS NULL AND skipped_code IS NULL AND stopped_ms IS NULL"
            + " ORDER BY start_ms");
  }

  // The condition is made of constants, numbers and identifiers whose letters their types check.
  private static List<AiringRecord> records(Handle handle, String condition) {
    List<Row> rows =
        handle
            .createQuery("SELECT * FROM airing " + condition)
            .map((found, context) -> Row.of(found))
            .list();
    List<AiringRecord> records = new ArrayList<>();
    for (Row row : rows) {
      records.add(row.record(states(handle, row)));
    }
    return records;
  }

  private static Map<SpeakerId, AiringState> states(Handle handle, Row row) {
    Map<SpeakerId, List<NumberedReport>> told = new LinkedHashMap<>();
    Map<SpeakerId, Long> sequences = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT speaker, COALESCE(sequence, :one) AS sequence FROM airing_expected"
                + " WHERE airing = :id ORDER BY speaker")
        .bind("one", row.sequence().orElse(NEVER_ORDERED)) // of before each had its own
        .bind("id", row.planned().id().value())
        .map(
            (rows, context) ->
                Map.entry(new SpeakerId(rows.getString("speaker")), rows.getLong("sequence")))
        .forEach(
            expected -> {
              told.put(expected.getKey(), new ArrayList<>());
              sequences.put(expected.getKey(), expected.getValue());
            });
    handle
        .createQuery("SELECT payload FROM report WHERE airing = :id")
        .bind("id", row.planned().id().value())
        .mapTo(byte[].class)
        .forEach(payload -> add(told, payload));
    Map<SpeakerId, AiringState> states = new LinkedHashMap<>();
    sequences.forEach(
        (speaker, sequence) ->
            states.put(
                speaker,
                AsRun.fold(sequence, told.getOrDefault(speaker, List.of()), row.deadlinePassed())));
    return states;
  }

  private static void add(Map<SpeakerId, List<NumberedReport>> told, byte[] payload) {
    if (Wire.REPORT.decode(payload) instanceof Decoded.Understood<NumberedReport> understood) {
      NumberedReport report = understood.value();
      List<NumberedReport> own = told.get(report.speaker());
      if (own != null) {
        own.add(report);
      }
    }
  }

  /** An airing without its reports. */
  private record Row(
      PlannedAiring planned,
      Optional<Instant> ordered,
      OptionalLong sequence,
      Optional<Instant> deadline,
      Optional<Instant> deadlinePassed,
      Optional<Instant> stopped,
      Optional<Problem> skipped) {

    static Row of(ResultSet rows) throws SQLException {
      return new Row(
          planned(rows),
          instant(rows, "ordered_ms"),
          instant(rows, "sequence").stream().mapToLong(Instant::toEpochMilli).findFirst(),
          instant(rows, "deadline_ms"),
          instant(rows, "deadline_passed_ms"),
          instant(rows, "stopped_ms"),
          skipped(rows));
    }

    AiringRecord record(Map<SpeakerId, AiringState> states) {
      return new AiringRecord(planned, ordered, deadline, stopped, skipped, states);
    }

    private static PlannedAiring planned(ResultSet rows) throws SQLException {
      return new PlannedAiring(
          new AiringId(rows.getString("id")),
          new AnnouncementId(rows.getString("notice")),
          rows.getString("title"),
          Zones.of(rows.getString("zones")),
          Priority.valueOf(rows.getString("priority")),
          Instant.ofEpochMilli(rows.getLong("start_ms")),
          Instant.ofEpochMilli(rows.getLong("latest_start_ms")));
    }

    private static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
      long millis = rows.getLong(column);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<Problem> skipped(ResultSet rows) throws SQLException {
      String code = rows.getString("skipped_code");
      return code == null
          ? Optional.empty()
          : Optional.of(
              new Problem(code, rows.getString("skipped_what"), rows.getString("skipped_next")));
    }
  }
}

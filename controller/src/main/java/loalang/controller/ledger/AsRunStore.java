// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/** The rows of airings. Blocking, inside the caller's transaction. */
public final class AsRunStore {
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
            "UPDATE airing SET ordered_ms = :at, sequence = :sequence, deadline_ms = :deadline,"
                + " digest = (SELECT n.recording FROM notice n WHERE n.id = airing.notice),"
                + " duration_ms = (SELECT r.duration_ms FROM notice n"
                + " JOIN recording r ON r.digest = n.recording WHERE n.id = airing.notice)"
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
    StandingStore.fold(handle, airing); // a speaker may have told before it was expected to
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
    Map<AiringId, SortedMap<SpeakerId, Standing>> standings =
        StandingStore.of(handle, rows.stream().map(row -> row.planned().id()).toList());
    List<AiringRecord> records = new ArrayList<>();
    for (Row row : rows) {
      records.add(
          row.record(
              states(
                  row,
                  standings.getOrDefault(row.planned().id(), StandingStore.speakersByName()))));
    }
    return records;
  }

  private static SortedMap<SpeakerId, AiringState> states(
      Row row, Map<SpeakerId, Standing> standings) {
    SortedMap<SpeakerId, AiringState> states =
        new TreeMap<>(Comparator.comparing(SpeakerId::value));
    standings.forEach(
        (speaker, standing) ->
            states.put(speaker, row.deadlinePassed().map(standing::past).orElse(standing).state()));
    return states;
  }

  /** An airing without its reports. */
  record Row(
      PlannedAiring planned,
      Optional<Instant> ordered,
      Optional<Instant> deadline,
      Optional<Instant> deadlinePassed,
      Optional<Instant> stopped,
      Optional<Problem> skipped) {

    static Row of(ResultSet rows) throws SQLException {
      return new Row(
          planned(rows),
          instant(rows, "ordered_ms"),
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

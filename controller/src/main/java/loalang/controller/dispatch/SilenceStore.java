// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.speakers.Zones;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/** The rows of silences, which stay. Blocking, inside the caller's transaction. */
final class SilenceStore {
  private SilenceStore() {}

  static void put(Handle handle, Silence silence) {
    handle
        .createUpdate(
            "INSERT INTO silence (zones, from_ms, until_ms, sequences, by_whom)"
                + " VALUES (:zones, :from, :until, :sequences, :by)")
        .bind("zones", Zones.column(silence.zones()))
        .bind("from", silence.from().toEpochMilli())
        .bind("until", silence.until().toEpochMilli())
        .bind(
            "sequences",
            silence.sequences().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .bind("by", silence.by())
        .execute();
  }

  /** One more order says so: to a speaker that came late. */
  static void add(Handle handle, Silence silence, long sequence) {
    handle
        .createUpdate("UPDATE silence SET sequences = sequences || :more WHERE id = :id")
        .bind("more", " " + sequence)
        .bind("id", silence.id())
        .execute();
  }

  /** Silences over any of these zones that hold now end by this person's word. */
  static void lift(Handle handle, Set<PagingZone> zones, String by, Instant now) {
    for (Silence silence : holding(handle, now)) {
      if (zones.stream().anyMatch(silence.zones()::contains)) {
        handle
            .createUpdate("UPDATE silence SET lifted_ms = :now, lifted_by = :by WHERE id = :id")
            .bind("now", now.toEpochMilli())
            .bind("by", by)
            .bind("id", silence.id())
            .execute();
      }
    }
  }

  /** Those that hold now, the latest first. */
  static List<Silence> holding(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT * FROM silence WHERE until_ms > :now AND lifted_ms IS NULL ORDER BY id DESC")
        .bind("now", now.toEpochMilli())
        .map((rows, context) -> silence(rows))
        .list();
  }

  /** The newest, the latest first. */
  static List<Silence> newest(Handle handle, int limit) {
    return handle
        .createQuery("SELECT * FROM silence ORDER BY id DESC LIMIT :limit")
        .bind("limit", limit)
        .map((rows, context) -> silence(rows))
        .list();
  }

  /** Who has answered one of these orders, and did not refuse it. */
  static Set<SpeakerId> obeying(Handle handle, List<Long> sequences) {
    return sequences.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "SELECT DISTINCT speaker FROM outbox_due"
                    + " WHERE settled_ms IS NOT NULL AND refused_ms IS NULL"
                    + " AND sequence IN (<sequences>)")
            .bindList("sequences", sequences)
            .mapTo(String.class)
            .map(SpeakerId::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Who was given one of these orders. */
  static Set<SpeakerId> meant(Handle handle, List<Long> sequences) {
    return sequences.isEmpty()
        ? Set.of()
        : handle
            .createQuery("SELECT DISTINCT speaker FROM outbox_due WHERE sequence IN (<sequences>)")
            .bindList("sequences", sequences)
            .mapTo(String.class)
            .map(SpeakerId::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Silence silence(ResultSet rows) throws SQLException {
    long lifted = rows.getLong("lifted_ms");
    Optional<Instant> end = rows.wasNull() ? Optional.empty() : Optional.of(instant(lifted));
    return new Silence(
        rows.getLong("id"),
        Zones.of(rows.getString("zones")),
        instant(rows.getLong("from_ms")),
        instant(rows.getLong("until_ms")),
        Arrays.stream(rows.getString("sequences").split(" ", -1)).map(Long::valueOf).toList(),
        rows.getString("by_whom"),
        end,
        Optional.ofNullable(rows.getString("lifted_by")));
  }

  private static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import loalang.schedules.CueId;
import org.jdbi.v3.core.Handle;

/** The rows of plans and of what stands in them. Blocking, inside the caller's transaction. */
final class PlanStore {
  private PlanStore() {}

  /** The newest edition of a day. */
  static final class KeptPlan {
    private final IssuedPlan issued;
    private final byte[] envelope;
    private final String signer;

    KeptPlan(IssuedPlan issued, byte[] envelope, String signer) {
      this.issued = issued;
      this.envelope = envelope.clone();
      this.signer = signer;
    }

    IssuedPlan issued() {
      return issued;
    }

    byte[] envelope() {
      return envelope.clone();
    }

    /** The name of the key that signed it. */
    String signer() {
      return signer;
    }

    LocalDate date() {
      return issued.plan().date();
    }

    long edition() {
      return issued.plan().edition();
    }
  }

  /** The plans from a day on, earliest first. */
  static SortedMap<LocalDate, KeptPlan> plans(Handle handle, LocalDate from) {
    SortedMap<LocalDate, KeptPlan> plans = new TreeMap<>();
    handle
        .createQuery("SELECT payload, envelope, signer FROM day_plan WHERE date >= :from")
        .bind("from", from.toString())
        .map((rows, context) -> plan(rows))
        .forEach(plan -> plans.put(plan.date(), plan));
    return plans;
  }

  /** The plan of one day. */
  static Optional<KeptPlan> plan(Handle handle, LocalDate date) {
    return handle
        .createQuery("SELECT payload, envelope, signer FROM day_plan WHERE date = :date")
        .bind("date", date.toString())
        .map((rows, context) -> plan(rows))
        .findOne();
  }

  static void put(Handle handle, KeptPlan plan, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO day_plan (date, edition, payload, envelope, signer, made_ms, expires_ms)"
                + " VALUES (:date, :edition, :payload, :envelope, :signer, :now, :expires)"
                + " ON CONFLICT (date) DO UPDATE SET edition = excluded.edition,"
                + " payload = excluded.payload, envelope = excluded.envelope,"
                + " signer = excluded.signer, made_ms = excluded.made_ms,"
                + " expires_ms = excluded.expires_ms")
        .bind("date", plan.date().toString())
        .bind("edition", plan.edition())
        .bind("payload", Wire.PLAN.encode(plan.issued()))
        .bind("envelope", plan.envelope)
        .bind("signer", plan.signer)
        .bind("now", now.toEpochMilli())
        .bind("expires", plan.issued().warrant().expires().toEpochMilli())
        .execute();
  }

  /** What stands in these plans. */
  static List<Entry> entries(Handle handle, Map<LocalDate, KeptPlan> plans) {
    Map<AiringId, List<PlannedPlay>> plays = new HashMap<>();
    for (KeptPlan plan : plans.values()) {
      for (PlannedPlay play : plan.issued().plan().plays()) {
        plays.computeIfAbsent(play.play().airing(), any -> new ArrayList<>()).add(play);
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (LocalDate date : plans.keySet()) {
      handle
          .createQuery("SELECT * FROM plan_airing WHERE date = :date AND withdrawn_ms IS NULL")
          .bind("date", date.toString())
          .map((rows, context) -> Row.of(rows))
          .forEach(
              row ->
                  Optional.ofNullable(plays.get(row.what().id()))
                      .ifPresent(own -> entries.add(row.entry(own))));
    }
    return entries;
  }

  /** One airing with the plan it stands in; empty if it stands in none. */
  static Optional<Entry> entry(Handle handle, AiringId airing) {
    Optional<Row> row =
        handle
            .createQuery("SELECT * FROM plan_airing WHERE airing = :id AND withdrawn_ms IS NULL")
            .bind("id", airing.value())
            .map((rows, context) -> Row.of(rows))
            .findOne();
    return row.flatMap(
        known ->
            plan(handle, known.date())
                .map(plan -> entries(handle, Map.of(known.date(), plan)))
                .flatMap(
                    all -> all.stream().filter(one -> one.airing().equals(airing)).findFirst()));
  }

  static void put(Handle handle, Entry entry, long sinceEdition, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO plan_airing (airing, cue, date, notice, title, zones, priority, start_ms,"
                + " latest_ms, since_edition, since_ms) VALUES (:airing, :cue, :date, :notice,"
                + " :title, :zones, :priority, :start, :latest, :since, :now)"
                + " ON CONFLICT (airing) DO UPDATE SET notice = excluded.notice,"
                + " title = excluded.title, zones = excluded.zones, priority = excluded.priority,"
                + " start_ms = excluded.start_ms, latest_ms = excluded.latest_ms,"
                + " since_edition = excluded.since_edition, since_ms = excluded.since_ms")
        .bind("airing", entry.airing().value())
        .bind("cue", entry.cue().value())
        .bind("date", entry.date().toString())
        .bind("notice", entry.what().notice().value())
        .bind("title", entry.what().title())
        .bind("zones", Zones.column(entry.what().zones()))
        .bind("priority", entry.what().priority().name())
        .bind("start", entry.what().start().toEpochMilli())
        .bind("latest", entry.what().latestStart().toEpochMilli())
        .bind("since", sinceEdition)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static void withdraw(Handle handle, AiringId airing, Instant now) {
    handle
        .createUpdate("UPDATE plan_airing SET withdrawn_ms = :now WHERE airing = :airing")
        .bind("now", now.toEpochMilli())
        .bind("airing", airing.value())
        .execute();
  }

  /** How many withdrawn names the cues from an instant on had. */
  static Map<CueId, Integer> withdrawnNames(Handle handle, Instant from) {
    Map<CueId, Integer> names = new HashMap<>();
    handle
        .createQuery(
            "SELECT cue, COUNT(*) AS names FROM plan_airing WHERE withdrawn_ms IS NOT NULL"
                + " AND start_ms >= :from GROUP BY cue")
        .bind("from", from.toEpochMilli())
        .map((rows, context) -> Map.entry(new CueId(rows.getString("cue")), rows.getInt("names")))
        .forEach(one -> names.put(one.getKey(), one.getValue()));
    return names;
  }

  /** The newest name of a cue, and whether it was withdrawn and not stopped by an officer. */
  static AiringId nameOf(Handle handle, CueId cue) {
    int withdrawn =
        handle
            .createQuery(
                "SELECT COUNT(*) FROM plan_airing WHERE cue = :cue AND withdrawn_ms IS NOT NULL")
            .bind("cue", cue.value())
            .mapTo(Integer.class)
            .one();
    return handle
        .createQuery(
            "SELECT p.airing FROM plan_airing p LEFT JOIN airing a ON a.id = p.airing"
                + " WHERE p.cue = :cue AND (p.withdrawn_ms IS NULL OR a.stopped_ms IS NOT NULL)"
                + " ORDER BY p.since_ms DESC LIMIT 1")
        .bind("cue", cue.value())
        .mapTo(String.class)
        .findOne()
        .map(AiringId::new)
        .orElseGet(() -> AiringNames.of(cue, withdrawn));
  }

  /** Cues an officer stopped, from an instant on. */
  static Set<CueId> stopped(Handle handle, Instant from) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT COALESCE(p.cue, a.id) FROM airing a LEFT JOIN plan_airing p"
                    + " ON p.airing = a.id WHERE a.stopped_ms IS NOT NULL AND a.start_ms >= :from")
            .bind("from", from.toEpochMilli())
            .mapTo(String.class)
            .map(CueId::new)
            .list());
  }

  /** What starts in a stretch of time, earliest first. */
  static List<Entry> starting(Handle handle, Instant from, Instant until) {
    List<Entry> starting = new ArrayList<>();
    handle
        .createQuery(
            "SELECT DISTINCT date FROM plan_airing WHERE withdrawn_ms IS NULL"
                + " AND start_ms >= :from AND start_ms < :until")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .mapTo(String.class)
        .map(LocalDate::parse)
        .forEach(
            date ->
                plan(handle, date)
                    .map(plan -> entries(handle, Map.of(date, plan)))
                    .ifPresent(starting::addAll));
    starting.removeIf(one -> one.what().start().isBefore(from));
    starting.removeIf(one -> !one.what().start().isBefore(until));
    starting.sort(Entry.BY_START);
    return starting;
  }

  /** Airings that start before an instant and of which the ledger knows nothing settled. */
  static List<AiringId> unsettled(Handle handle, Instant until, Instant knownBefore) {
    return handle
        .createQuery(
            "SELECT p.airing FROM plan_airing p LEFT JOIN airing a ON a.id = p.airing"
                + " WHERE p.withdrawn_ms IS NULL AND p.start_ms <= :until AND p.since_ms <= :known"
                + " AND a.ordered_ms IS NULL AND a.skipped_code IS NULL AND a.stopped_ms IS NULL"
                + " ORDER BY p.start_ms")
        .bind("until", until.toEpochMilli())
        .bind("known", knownBefore.toEpochMilli())
        .mapTo(String.class)
        .map(AiringId::new)
        .list();
  }

  private static KeptPlan plan(ResultSet rows) throws SQLException {
    if (Wire.PLAN.decode(rows.getBytes("payload"))
        instanceof Decoded.Understood<IssuedPlan> understood) {
      return new KeptPlan(understood.value(), rows.getBytes("envelope"), rows.getString("signer"));
    }
    throw new IllegalStateException("The database holds a plan that cannot be read.");
  }

  /** An airing without what is played. */
  private record Row(CueId cue, LocalDate date, PlannedAiring what) {
    static Row of(ResultSet rows) throws SQLException {
      return new Row(
          new CueId(rows.getString("cue")),
          LocalDate.parse(rows.getString("date")),
          new PlannedAiring(
              new AiringId(rows.getString("airing")),
              new AnnouncementId(rows.getString("notice")),
              rows.getString("title"),
              Zones.of(rows.getString("zones")),
              Priority.valueOf(rows.getString("priority")),
              Instant.ofEpochMilli(rows.getLong("start_ms")),
              Instant.ofEpochMilli(rows.getLong("latest_ms"))));
    }

    Entry entry(List<PlannedPlay> plays) {
      return new Entry(cue, date, what, plays);
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import org.jdbi.v3.core.Handle;

/**
 * What speakers say about the plans they hold. A speaker that joined anew holds nothing of what it
 * held before. Blocking, inside the caller's transaction.
 */
final class HeldStore {
  private static final String SINCE_IT_JOINED =
      " h JOIN speaker s ON s.id = h.speaker AND h.received_ms >= s.enrolled_ms ";

  private HeldStore() {}

  /**
   * The newest word of a speaker about a day.
   *
   * @param edition it holds
   * @param lacking airings whose recording is not whole there; cut off if there are many
   */
  record Held(long edition, List<AiringId> lacking) {
    Held {
      lacking = List.copyOf(lacking);
    }
  }

  /**
   * What a speaker would not take.
   *
   * @param edition it refused
   * @param reason its own
   */
  record Refused(long edition, RefusalReason reason) {}

  /** A report about a plan; any other changes nothing. In the report's own transaction. */
  static void take(Handle handle, NumberedReport told, Instant now) {
    if (told.report() instanceof Report.PlanHeld held) {
      put(handle, told, held, now);
    } else if (told.report() instanceof Report.PlanRefused refused) {
      put(handle, told, refused, now);
    }
  }

  private static void put(Handle handle, NumberedReport told, Report.PlanHeld held, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO plan_held (speaker, date, edition, lacking, number, received_ms) VALUES"
                + " (:speaker, :date, :edition, :lacking, :number, :now)"
                + " ON CONFLICT (speaker, date) DO UPDATE SET edition = excluded.edition,"
                + " lacking = excluded.lacking, number = excluded.number,"
                + " received_ms = excluded.received_ms WHERE excluded.number > plan_held.number"
                + " OR plan_held.received_ms <"
                + " (SELECT enrolled_ms FROM speaker WHERE id = excluded.speaker)")
        .bind("speaker", told.speaker().value())
        .bind("date", held.date().toString())
        .bind("edition", held.edition())
        .bind(
            "lacking",
            held.lacking().stream().map(AiringId::value).collect(Collectors.joining(" ")))
        .bind("number", told.number())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static void put(
      Handle handle, NumberedReport told, Report.PlanRefused refused, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO plan_refused (speaker, date, edition, reason, received_ms) VALUES"
                + " (:speaker, :date, :edition, :reason, :now)"
                + " ON CONFLICT (speaker, date) DO UPDATE SET edition = excluded.edition,"
                + " reason = excluded.reason, received_ms = excluded.received_ms"
                + " WHERE excluded.edition >= plan_refused.edition")
        .bind("speaker", told.speaker().value())
        .bind("date", refused.date().toString())
        .bind("edition", refused.edition())
        .bind("reason", refused.reason().name())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Who holds an edition of this airing's day that has it as it stands now. */
  static Set<SpeakerId> holding(Handle handle, AiringId airing) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT h.speaker FROM plan_held"
                    + SINCE_IT_JOINED
                    + "JOIN plan_airing p ON p.date = h.date AND h.edition >= p.since_edition"
                    + " WHERE p.airing = :airing")
            .bind("airing", airing.value())
            .mapTo(String.class)
            .map(SpeakerId::new)
            .list());
  }

  /** The highest edition of a day any speaker holds; 0 if none holds one. */
  static long newestEdition(Handle handle, LocalDate date) {
    return handle
        .createQuery("SELECT COALESCE(MAX(edition), 0) FROM plan_held WHERE date = :date")
        .bind("date", date.toString())
        .mapTo(Long.class)
        .one();
  }

  /** The newest word of each speaker about a day. */
  static Map<SpeakerId, Held> held(Handle handle, LocalDate date) {
    Map<SpeakerId, Held> all = new HashMap<>();
    handle
        .createQuery(
            "SELECT h.speaker, h.edition, h.lacking FROM plan_held"
                + SINCE_IT_JOINED
                + "WHERE h.date = :date")
        .bind("date", date.toString())
        .map(
            (rows, context) ->
                Map.entry(
                    new SpeakerId(rows.getString("speaker")),
                    new Held(rows.getLong("edition"), airings(rows.getString("lacking")))))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** What each speaker refused last of a day. */
  static Map<SpeakerId, Refused> refused(Handle handle, LocalDate date) {
    Map<SpeakerId, Refused> all = new HashMap<>();
    handle
        .createQuery(
            "SELECT h.speaker, h.edition, h.reason FROM plan_refused"
                + SINCE_IT_JOINED
                + "WHERE h.date = :date")
        .bind("date", date.toString())
        .map(
            (rows, context) ->
                Map.entry(
                    new SpeakerId(rows.getString("speaker")),
                    new Refused(
                        rows.getLong("edition"), RefusalReason.valueOf(rows.getString("reason")))))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** The edition in which an airing last changed; empty if it stands in no plan. */
  static Optional<Long> since(Handle handle, AiringId airing) {
    return handle
        .createQuery("SELECT since_edition FROM plan_airing WHERE airing = :airing")
        .bind("airing", airing.value())
        .mapTo(Long.class)
        .findOne();
  }

  private static List<AiringId> airings(String column) {
    return Arrays.stream(column.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(AiringId::new)
        .toList();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import loalang.controller.ledger.Standing.Hearing;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * How far each airing has come on each speaker: the fold of its reports, kept beside them so that
 * nobody folds them again to look. Blocking, inside the caller's transaction.
 */
final class StandingStore {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  private StandingStore() {}

  /** A report came: what it changes is written in its own transaction. */
  static void tell(Handle handle, NumberedReport told) {
    if (told.report() instanceof Report.OfAiring about) {
      fold(handle, about.airing(), Optional.of(told.speaker()));
    }
  }

  /** Makes the standings of an airing anew from its reports. */
  static void fold(Handle handle, AiringId airing) {
    fold(handle, airing, Optional.empty());
  }

  /** Makes anew what was written before standings were kept. */
  static void foldMissing(Handle handle) {
    handle
        .createQuery("SELECT DISTINCT airing FROM airing_expected WHERE told IS NULL")
        .mapTo(String.class)
        .list()
        .forEach(airing -> fold(handle, new AiringId(airing)));
  }

  /** The standings of these airings before any deadline, speakers by name. */
  static Map<AiringId, SortedMap<SpeakerId, Standing>> of(
      Handle handle, Collection<AiringId> airings) {
    Map<AiringId, SortedMap<SpeakerId, Standing>> standings = new HashMap<>();
    if (!airings.isEmpty()) {
      handle
          .createQuery("SELECT * FROM airing_expected WHERE airing IN (<airings>)")
          .bindList("airings", airings.stream().map(AiringId::value).toList())
          .map((rows, context) -> Row.of(rows))
          .forEach(
              row ->
                  standings
                      .computeIfAbsent(row.airing(), none -> speakersByName())
                      .put(row.speaker(), row.standing()));
    }
    return standings;
  }

  /** A state with nothing but its kind: it has a word and a reason, and no instant that is true. */
  static AiringState kindOf(@Nullable String told, @Nullable String why) {
    return state(new Kind(told, why), Instant.EPOCH, Optional.empty(), new long[2]);
  }

  static SortedMap<SpeakerId, Standing> speakersByName() {
    return new TreeMap<>(java.util.Comparator.comparing(SpeakerId::value));
  }

  private static void fold(Handle handle, AiringId airing, Optional<SpeakerId> only) {
    Map<SpeakerId, Long> sequences = sequences(handle, airing);
    only.ifPresent(speaker -> sequences.keySet().removeIf(other -> !other.equals(speaker)));
    if (sequences.isEmpty()) {
      return;
    }
    Map<SpeakerId, List<NumberedReport>> told = reports(handle, airing, only);
    sequences.forEach(
        (speaker, sequence) ->
            write(
                handle,
                airing,
                speaker,
                Standing.of(sequence, told.getOrDefault(speaker, List.of()))));
  }

  private static Map<SpeakerId, Long> sequences(Handle handle, AiringId airing) {
    Map<SpeakerId, Long> sequences = new HashMap<>();
    handle
        .createQuery( // one order for all, of before each speaker had its own
            "SELECT e.speaker, COALESCE(e.sequence, a.sequence, 0) AS sequence"
                + " FROM airing_expected e JOIN airing a ON a.id = e.airing"
                + " WHERE e.airing = :airing")
        .bind("airing", airing.value())
        .map(
            (rows, context) ->
                Map.entry(new SpeakerId(rows.getString("speaker")), rows.getLong("sequence")))
        .forEach(row -> sequences.put(row.getKey(), row.getValue()));
    return sequences;
  }

  private static Map<SpeakerId, List<NumberedReport>> reports(
      Handle handle, AiringId airing, Optional<SpeakerId> only) {
    Map<SpeakerId, List<NumberedReport>> told = new HashMap<>();
    handle
        .createQuery(
            "SELECT payload FROM report WHERE airing = :airing"
                + (only.isPresent() ? " AND speaker = :speaker" : ""))
        .bind("airing", airing.value())
        .bindMap(only.map(speaker -> Map.of("speaker", speaker.value())).orElse(Map.of()))
        .mapTo(byte[].class)
        .forEach(
            payload -> {
              if (Wire.REPORT.decode(payload)
                  instanceof Decoded.Understood<NumberedReport> understood) {
                NumberedReport report = understood.value();
                told.computeIfAbsent(report.speaker(), none -> new ArrayList<>()).add(report);
              }
            });
    return told;
  }

  private static void write(Handle handle, AiringId airing, SpeakerId speaker, Standing standing) {
    Optional<AiringState.Ending> ending =
        standing.state() instanceof AiringState.Ended ended
            ? Optional.of(ended.ending())
            : Optional.empty();
    Update update =
        handle
            .createUpdate(
                "UPDATE airing_expected SET told = :told, why = :why, told_ns = :at,"
                    + " accepted_ns = :accepted, ready_ns = :ready, started_ns = :started,"
                    + " frames_due = :due, frames_rendered = :rendered, hearing = :hearing"
                    + " WHERE airing = :airing AND speaker = :speaker")
            .bind("airing", airing.value())
            .bind("speaker", speaker.value())
            .bind("accepted", standing.accepted().map(StandingStore::nanos).orElse(null))
            .bind("ready", standing.ready().map(StandingStore::nanos).orElse(null))
            .bind("started", standing.state().startedAt().map(StandingStore::nanos).orElse(null))
            .bind("due", ending.map(AiringState.Ending::framesDue).orElse(null))
            .bind("rendered", ending.map(AiringState.Ending::framesRendered).orElse(null))
            .bind("hearing", standing.hearing().name());
    bindKind(update, standing.state()).execute();
  }

  private static Update bindKind(Update update, AiringState state) {
    if (state instanceof AiringState.Ended ended) {
      return update
          .bind("told", "ended")
          .bind("why", ended.ending().outcome().name())
          .bind("at", nanos(ended.ending().at()));
    }
    if (state instanceof AiringState.Refused refused) {
      return update
          .bind("told", "refused")
          .bind("why", refused.why().name())
          .bind("at", nanos(refused.at()));
    }
    Optional<Instant> at = Optional.empty();
    if (state instanceof AiringState.Accepted accepted) {
      at = Optional.of(accepted.at());
    } else if (state instanceof AiringState.Ready ready) {
      at = Optional.of(ready.at());
    }
    return update
        .bind("told", state.word())
        .bind("why", (String) null)
        .bind("at", at.map(StandingStore::nanos).orElse(null));
  }

  /** What a node told as columns. */
  private record Kind(@Nullable String told, @Nullable String why) {
    String whyOrNone() {
      return why == null ? "" : why;
    }
  }

  private static AiringState state(
      Kind kind, Instant at, Optional<Instant> started, long[] frames) {
    String told = kind.told() == null ? "expected" : kind.told();
    return switch (told) {
      case "accepted" -> new AiringState.Accepted(at);
      case "ready" -> new AiringState.Ready(at);
      case "started" -> new AiringState.Started(started.orElse(at));
      case "refused" -> new AiringState.Refused(at, RefusalReason.valueOf(kind.whyOrNone()));
      case "ended" ->
          new AiringState.Ended(
              started,
              new AiringState.Ending(Outcome.valueOf(kind.whyOrNone()), frames[0], frames[1], at));
      default -> new AiringState.Expected();
    };
  }

  private record Row(AiringId airing, SpeakerId speaker, Standing standing) {
    static Row of(ResultSet rows) throws SQLException {
      AiringState state =
          state(
              new Kind(rows.getString("told"), rows.getString("why")),
              instant(rows, "told_ns").orElse(Instant.EPOCH),
              instant(rows, "started_ns"),
              new long[] {rows.getLong("frames_due"), rows.getLong("frames_rendered")});
      return new Row(
          new AiringId(rows.getString("airing")),
          new SpeakerId(rows.getString("speaker")),
          new Standing(
              state,
              instant(rows, "accepted_ns"),
              instant(rows, "ready_ns"),
              hearing(rows.getString("hearing"))));
    }
  }

  private static Hearing hearing(@Nullable String kept) {
    return kept == null ? Hearing.UNTOLD : Hearing.valueOf(kept);
  }

  private static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
    long nanos = rows.getLong(column);
    return rows.wasNull()
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)));
  }

  // A clock may say any year; what is outside 1678 to 2262 is kept as the end of that time.
  static long nanos(Instant instant) {
    long most = Long.MAX_VALUE / NANOS - 1;
    long seconds = Math.max(-most, Math.min(most, instant.getEpochSecond()));
    return seconds * NANOS + instant.getNano();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.Evidence;
import loalang.controller.ledger.Standing;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;

/**
 * The proof of one airing.
 *
 * @param evidence of the ledger
 * @param lost speakers that were not heard at its deadline, and since when
 */
public record AiringProof(Evidence evidence, Map<SpeakerId, Instant> lost) {
  private static final double FRAMES_PER_SECOND = 48_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  public AiringProof {
    lost = Map.copyOf(lost);
  }

  /** Since when a speaker was not heard that told no end; empty if that is not why. */
  public Optional<Instant> lostSince(SpeakerId speaker, Standing standing) {
    return standing.state() instanceof AiringState.Open open
            && !(open instanceof AiringState.Refused)
        ? Optional.ofNullable(lost.get(speaker))
        : Optional.empty();
  }

  /** How long after its planned start a speaker began, as +0.4; empty if it did not. */
  public Optional<String> lateness(Standing standing) {
    Instant planned = evidence.airing().planned().start();
    return standing
        .state()
        .startedAt()
        .map(
            start ->
                String.format(
                    Locale.ROOT,
                    "%+.1f",
                    Duration.between(planned, start).toMillis() / MILLIS_PER_SECOND));
  }

  /** What a microphone at a speaker heard; empty if none listened or nothing was told. */
  public Optional<Report.Heard> heard(SpeakerId speaker) {
    return evidence.proofs().stream()
        .map(Evidence.Proof::report)
        .filter(told -> told.speaker().equals(speaker))
        .filter(told -> told.report() instanceof Report.Heard)
        .min(Comparator.comparingLong(NumberedReport::number))
        .map(told -> (Report.Heard) told.report());
  }

  /** How like the chirp it was, in percent; 0 if it was not found. */
  public static int likeness(Report.Heard heard) {
    Report.Heard.Match chirp = heard.chirp();
    return chirp == null ? 0 : chirp.correlationPercent();
  }

  /** How much louder the programme was than the room before, in dB; empty if nobody knows. */
  public static Optional<Integer> overRoom(Report.Heard heard) {
    Integer room = heard.roomDbfs();
    return room == null ? Optional.empty() : Optional.of(heard.programmeDbfs() - room);
  }

  /** How it ended on a speaker; empty while it has not. */
  public static Optional<AiringState.Ending> ending(Standing standing) {
    return standing.state() instanceof AiringState.Ended ended
        ? Optional.of(ended.ending())
        : Optional.empty();
  }

  /** Frames as seconds. */
  public static double seconds(long frames) {
    return frames / FRAMES_PER_SECOND;
  }

  /** The kind of a report as on the wire, for its text. */
  public static String kind(Report report) {
    if (report instanceof Report.Ended ended) {
      return "report.ended-" + ended.outcome().wireName();
    }
    return "report." + report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** How wrong a node's clock was at most, as ±12 ms; empty if it could not tell. */
  public static String bound(NumberedReport report) {
    Duration bound = report.clockBound();
    return bound == null ? "" : "±" + bound.toMillis() + " ms";
  }

  /** True if nothing was ever found wrong with the chain at any of these reports. */
  public boolean isWhole() {
    return evidence.proofs().stream().allMatch(proof -> proof.faults().isEmpty());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;

/**
 * How far one airing has come on one speaker, each level of truth by itself: a later one never
 * stands for an earlier one that nobody told.
 *
 * @param state as far as the office can prove it
 * @param accepted when the order was in the node's journal, by the node's clock; empty if untold
 * @param ready when the recording was whole on the node, by the node's clock; empty if untold
 * @param hearing what a microphone at the speaker says
 */
public record Standing(
    AiringState state, Optional<Instant> accepted, Optional<Instant> ready, Hearing hearing) {
  /** Whether the chime was heard. */
  public enum Hearing {
    /** No microphone, or it has not told. */
    UNTOLD,
    /** A microphone listened and found no chime. */
    NOT_HEARD,
    /** A microphone found the chime. */
    HEARD;

    static Hearing of(Report.Heard told) {
      return told.chirp() == null ? NOT_HEARD : HEARD;
    }

    /** The key of its text; empty if there is nothing to say. */
    public Optional<String> text() {
      return this == UNTOLD
          ? Optional.empty()
          : Optional.of("hearing." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** Nothing is known. */
  public static final Standing NOTHING =
      new Standing(new AiringState.Expected(), Optional.empty(), Optional.empty(), Hearing.UNTOLD);

  /**
   * What the reports tell, before any deadline.
   *
   * @param playSequence of the order to play
   * @param reports of this speaker about this airing, in any order
   */
  static Standing of(long playSequence, Collection<NumberedReport> reports) {
    return new Standing(
        AsRun.fold(playSequence, reports, Optional.empty()),
        first(reports, Report.Accepted.class).map(NumberedReport::at),
        first(reports, Report.Ready.class).map(NumberedReport::at),
        first(reports, Report.Heard.class)
            .map(told -> Hearing.of((Report.Heard) told.report()))
            .orElse(Hearing.UNTOLD));
  }

  /** The same once the deadline has passed; an end that is known stays. */
  public Standing past(Instant deadline) {
    return state instanceof AiringState.Open open ? with(open.missing(deadline)) : this;
  }

  Standing with(AiringState other) {
    return new Standing(other, accepted, ready, hearing);
  }

  private static Optional<NumberedReport> first(
      Collection<NumberedReport> reports, Class<? extends Report> kind) {
    return reports.stream()
        .filter(told -> kind.isInstance(told.report()))
        .min(Comparator.comparingLong(NumberedReport::number));
  }
}

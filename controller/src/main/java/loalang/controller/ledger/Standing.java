// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
 */
public record Standing(AiringState state, Optional<Instant> accepted, Optional<Instant> ready) {

  /** Nothing is known. */
  public static final Standing NOTHING =
      new Standing(new AiringState.Expected(), Optional.empty(), Optional.empty());

  /**
   * What the reports tell, before any deadline.
   *
   * @param playSequence of the order to play
   * @param reports of this speaker about this airing, in any order
   */
  static Standing of(long playSequence, Collection<NumberedReport> reports) {
    return new Standing(
        AsRun.fold(playSequence, reports, Optional.empty()),
        first(reports, Report.Accepted.class),
        first(reports, Report.Ready.class));
  }

  /** The same once the deadline has passed; an end that is known stays. */
  public Standing past(Instant deadline) {
    return state instanceof AiringState.Open open
        ? new Standing(open.missing(deadline), accepted, ready)
        : this;
  }

  private static Optional<Instant> first(
      Collection<NumberedReport> reports, Class<? extends Report> kind) {
    return reports.stream()
        .filter(told -> kind.isInstance(told.report()))
        .min(Comparator.comparingLong(NumberedReport::number))
        .map(NumberedReport::at);
  }
}

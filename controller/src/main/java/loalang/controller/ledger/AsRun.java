// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;

/**
 * What became of one airing on one speaker: a pure fold of its reports and the passed deadline.
 * Reports count in the order in which the node wrote them, however they arrived.
 */
public final class AsRun {
  private AsRun() {}

  /**
   * The state of one airing on one speaker.
   *
   * @param playSequence of the order to play; what a speaker says of another order about this
   *     airing (a stop) says nothing about playing. Only a play can lack a release, so that refusal
   *     counts whatever it came by: an order, or any edition of a plan
   * @param reports of this speaker about this airing, each once or more often, in any order
   * @param deadlinePassed the deadline, once it is past
   */
  public static AiringState fold(
      long playSequence, Collection<NumberedReport> reports, Optional<Instant> deadlinePassed) {
    List<NumberedReport> told =
        reports.stream().sorted(Comparator.comparingLong(NumberedReport::number)).toList();
    AiringState state = new AiringState.Expected();
    for (NumberedReport report : told) {
      if (state instanceof AiringState.Open open) {
        state = after(open, report, playSequence);
      }
    }
    return state instanceof AiringState.Open open && deadlinePassed.isPresent()
        ? open.missing(deadlinePassed.get())
        : state;
  }

  private static AiringState after(AiringState.Open state, NumberedReport told, long playSequence) {
    Report report = told.report();
    if (report instanceof Report.Accepted accepted) {
      return accepted.sequence() == playSequence ? state.accepted(told.at()) : state;
    }
    if (report instanceof Report.Ready) {
      return state.ready(told.at());
    }
    if (report instanceof Report.Started started) {
      return state.started(started.startedAt());
    }
    if (report instanceof Report.Refused refused) {
      return refused.sequence() == playSequence || refused.reason() == RefusalReason.NOT_RELEASED
          ? state.refused(told.at(), refused.reason())
          : state;
    }
    if (!(report instanceof Report.Ended ended)) {
      return state; // heard: another kind of truth, which never says how it ended
    }
    return state.ended(
        new AiringState.Ending(
            ended.outcome(), ended.framesDue(), ended.framesRendered(), ended.endedAt()));
  }
}

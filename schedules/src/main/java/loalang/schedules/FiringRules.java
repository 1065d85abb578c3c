// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import loalang.protocol.Problem;
import loalang.schedules.LateRule.Missed;
import loalang.schedules.quiet.QuietHoursPolicy;
import loalang.schedules.release.Hold;
import loalang.schedules.rundown.DayPlans;

/**
 * What becomes of a cue when its moment has come, perhaps late. Pure; told the time.
 *
 * @param plans what holds
 * @param decided what is settled
 * @param now the present moment
 * @param missed the cues planned after the one that is decided and up to now, earliest first
 */
record FiringRules(DayPlans plans, Decided decided, Instant now, Supplier<List<Cue>> missed) {

  CueDecision decide(Cue cue, Moment moment) {
    if (moment != Moment.AIR) {
      boolean isUseful = moment == Moment.DEADLINE || now.isBefore(cue.start());
      return new CueDecision.Told(cue, moment, isUseful);
    }
    return whyNot(cue)
        .or(() -> merged(cue))
        .<CueDecision>map(why -> new CueDecision.Skip(cue, why))
        .orElseGet(() -> new CueDecision.Fire(cue));
  }

  private Optional<Problem> whyNot(Cue cue) {
    if (!cue.mayStillStart(now)) {
      return Optional.of(tooLate(cue));
    }
    // An alarm may ring a millisecond early; the cue itself never starts before its start.
    Instant begin = now.isAfter(cue.start()) ? now : cue.start();
    String what = "\"%s\"".formatted(cue.id());
    Optional<Problem> quiet =
        cue.terms().isFreedFrom(Hold.QUIET_HOURS)
            ? Optional.empty()
            : QuietHoursPolicy.refusal(plans.rules().quiet(), cue.priority(), begin, what);
    return quiet.or(() -> plans.peaceEverywhere(cue, begin, what));
  }

  private Optional<Problem> merged(Cue cue) {
    if (cue.late().missed() != Missed.MERGED || !now.isAfter(cue.start())) {
      return Optional.empty();
    }
    return missed.get().stream()
        .filter(later -> isSameItem(cue, later) && !decided.holds(later, Moment.AIR))
        .filter(later -> whyNot(later).isEmpty())
        .findFirst()
        .map(later -> mergedInto(cue, later));
  }

  private static boolean isSameItem(Cue cue, Cue later) {
    return later.late().missed() == Missed.MERGED
        && cue.id().source().equals(later.id().source())
        && cue.announcement().equals(later.announcement())
        && cue.zones().equals(later.zones());
  }

  private static Problem mergedInto(Cue cue, Cue later) {
    return new Problem(
        "CUE_MERGED",
        "Cue %s was missed, and so was %s: they are heard once.".formatted(cue.id(), later.id()),
        "Nothing needs to be done; look why the controller was not running.");
  }

  private Problem tooLate(Cue cue) {
    Duration late = Duration.between(cue.start(), now);
    return new Problem(
        "CUE_TOO_LATE",
        "Cue %s came %d s late; it may be at most %d s late."
            .formatted(cue.id(), late.toSeconds(), cue.late().grace().toSeconds()),
        "Air it now if it still matters, and look why the controller was not running.");
  }
}

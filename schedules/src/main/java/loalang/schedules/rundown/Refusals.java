// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.rundown.Conflict.Decider;
import loalang.schedules.rundown.Conflict.Outcome;

/** Collects what is not heard as asked, each with a reason an officer can act on. */
final class Refusals {
  private final List<Conflict> conflicts = new ArrayList<>();

  List<Conflict> all() {
    return conflicts;
  }

  void holiday(CueId id, String title, LocalDate date) {
    notHeard(
        id,
        new Problem(
            "RUNDOWN_HOLIDAY",
            "\"%s\" is not for %s, by its holiday rule.".formatted(title, date),
            "Nothing needs to be done; \"holidays: play\" would air it on holidays too."));
  }

  void noSession(CueId id, String title, ProgrammeId session) {
    notHeard(
        id,
        new Problem(
            "CAMPAIGN_NO_SESSION",
            "\"%s\" is to be heard in \"%s\", which does not happen that day."
                .formatted(title, session),
            "Correct the programme's id or its days, or give the campaign times of its own."));
  }

  void noCommonZone(CueId id, String title, String session) {
    notHeard(
        id,
        new Problem(
            "CAMPAIGN_NO_COMMON_ZONE",
            "\"%s\" and \"%s\" have no zone in common.".formatted(title, session),
            "Widen the zones of one of them, or give the campaign times of its own."));
  }

  void sessionTooLong(Offer offer, Duration most) {
    at(
        offer,
        offer.place().part(),
        Decider.COMMUNE_OFFICER,
        new Problem(
            "RUNDOWN_SESSION_FULL",
            "%s does not fit into its session of at most %d min."
                .formatted(offer.named(), most.toMinutes()),
            "Shorten the session, or move the item to another one."));
  }

  void quiet(Offer offer, Problem why) {
    at(offer, offer.place().part(), Decider.APPROVER, why);
  }

  void peace(Offer offer, Atoms.Part where, DoNotPlay peace) {
    at(
        offer,
        where,
        Decider.RULE,
        new Problem(
            "RUNDOWN_DO_NOT_PLAY",
            "%s falls into \"%s\".".formatted(offer.named(), peace.title()),
            "Move it, or ask for priority %s.".formatted(peace.letsThrough().wireName())));
  }

  void tooManySessions(Offer offer, Atoms.Part where, int most) {
    at(
        offer,
        where,
        Decider.COMMUNE_OFFICER,
        new Problem(
            "RUNDOWN_SESSIONS_LIMIT",
            "%s is in a session over the %d a day.".formatted(offer.named(), most),
            "Join it to another session, or raise the limit."));
  }

  void tooMuchSound(Offer offer, Atoms.Part where, Duration most) {
    at(
        offer,
        where,
        Decider.COMMUNE_OFFICER,
        new Problem(
            "RUNDOWN_MINUTES_LIMIT",
            "%s would make more than %d min of sound that day."
                .formatted(offer.named(), most.toMinutes()),
            "Take something else out of the day, or raise the limit."));
  }

  void overlap(Offer offer, Atoms.Part where, Offer blocker) {
    Priority ours = offer.place().audience().priority();
    boolean tie = ours == blocker.place().audience().priority();
    at(
        offer,
        where,
        tie ? Decider.COMMUNE_OFFICER : Decider.RULE,
        new Problem(
            "RUNDOWN_OVERLAP",
            "%s meets %s there and cannot wait so long.".formatted(offer.named(), blocker.named()),
            tie
                ? "Both are %s: the commune's officer decides which to move."
                    .formatted(ours.wireName())
                : "Move it, or give it a longer late rule."));
  }

  void moved(Offer offer, Instant start) {
    conflicts.add(
        new Conflict(
            offer.id(),
            offer.place().part().clusters(),
            Outcome.MOVED,
            new Problem(
                "RUNDOWN_MOVED",
                "%s starts %d s later than asked, because something else sounds."
                    .formatted(offer.named(), Duration.between(offer.asked(), start).toSeconds()),
                "Nothing needs to be done; give it another time to hear it at its minute."),
            Decider.COMMUNE_OFFICER));
  }

  private void notHeard(CueId id, Problem why) {
    conflicts.add(new Conflict(id, Set.of(), Outcome.NOT_HEARD, why, Decider.COMMUNE_OFFICER));
  }

  private void at(Offer offer, Atoms.Part where, Decider decider, Problem why) {
    conflicts.add(new Conflict(offer.id(), where.clusters(), Outcome.NOT_HEARD, why, decider));
  }
}

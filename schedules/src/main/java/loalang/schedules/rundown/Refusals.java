// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.release.Held;
import loalang.schedules.release.Hold;
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

  void holidaysUnknown(CueId id, String title, int year) {
    holidaysUnknown(id, Set.of(), title, year);
  }

  void holidaysUnknown(CueId id, Set<PagingZone> zones, String title, int year) {
    conflicts.add(
        new Conflict(
            id,
            zones,
            Outcome.UNCHECKED,
            new Problem(
                "HOLIDAYS_UNKNOWN",
                "\"%s\" has a holiday rule, and the holidays of %d are not known."
                    .formatted(title, year),
                "List the public holidays of %d under \"holidays:\", or install a newer version."
                    .formatted(year)),
            Decider.COMMUNE_OFFICER));
  }

  void fallbackTooLong(Offer offer, List<AnnouncementId> cut) {
    at(
        offer,
        offer.place().part(),
        Decider.COMMUNE_OFFICER,
        new Problem(
            "RELAY_FALLBACK_TOO_LONG",
            "%s has no room for its fallback %s.".formatted(offer.named(), cut),
            "Shorten the fallback, or make the relay longer."));
  }

  void sessionTooLong(Offer offer, Duration most) {
    held(
        offer,
        offer.place().part(),
        Hold.SESSION_LENGTH,
        new Problem(
            "RUNDOWN_SESSION_FULL",
            "%s does not fit into its session of at most %d min."
                .formatted(offer.named(), most.toMinutes()),
            "Shorten the session, move the item, or have a second person release it."));
  }

  void quiet(Offer offer, Problem why) {
    held(offer, offer.place().part(), Hold.QUIET_HOURS, why);
  }

  void peace(Offer offer, Atoms.Part where, DoNotPlay peace) {
    held(offer, where, Hold.DO_NOT_PLAY, Peace.problem(peace, offer.named()));
  }

  void tooManySessions(Offer offer, Atoms.Part where, int most) {
    held(
        offer,
        where,
        Hold.SESSIONS_A_DAY,
        new Problem(
            "RUNDOWN_SESSIONS_LIMIT",
            "%s is in a session over the %d a day.".formatted(offer.named(), most),
            "Join it to another session, or have a second person release it."));
  }

  void tooMuchSound(Offer offer, Atoms.Part where, Duration most) {
    held(
        offer,
        where,
        Hold.MINUTES_A_DAY,
        new Problem(
            "RUNDOWN_MINUTES_LIMIT",
            "%s would make more than %d min of sound that day."
                .formatted(offer.named(), most.toMinutes()),
            "Take something out of the day, or have a second person release it."));
  }

  void overlap(Offer offer, Atoms.Part where, Offer blocker) {
    Priority ours = offer.priority();
    boolean tie = ours == blocker.priority();
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
            named(offer, offer.place().part()),
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
    conflicts.add(new Conflict(offer.id(), named(offer, where), Outcome.NOT_HEARD, why, decider));
  }

  private void held(Offer offer, Atoms.Part where, Hold rule, Problem why) {
    conflicts.add(Conflict.of(new Held(offer.wanted(), rule, why), named(offer, where)));
  }

  private static Set<PagingZone> named(Offer offer, Atoms.Part where) {
    return where.named(offer.place().audience().zones(), offer.place().part());
  }
}

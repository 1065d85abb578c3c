// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.quiet.QuietHoursPolicy;
import loalang.schedules.release.Hold;

/** Gives each offer of one day its place, or the reason why it has none. Used by one thread. */
final class Weighing {
  private final Atoms atoms;
  private final PlanningRules rules;
  private final Peace peace;
  private final DayLedger ledger;

  Weighing(Offers.Ground ground, Peace peace, DayLedger ledger) {
    this.atoms = ground.atoms();
    this.rules = ground.rules();
    this.peace = peace;
    this.ledger = ledger;
  }

  void weigh(Offer offer) {
    Optional<Problem> quiet = quiet(offer, offer.asked(), offer.place().part());
    if (quiet.isPresent()) {
      ledger.refusals().quiet(offer, quiet.get());
      return;
    }
    Atoms.Part part = withinLimits(offer, outsidePeace(offer));
    if (part.isEmpty()) {
      return;
    }
    Optional<Instant> free = ledger.firstFree(part, offer);
    if (free.isEmpty() || isForbidden(offer, free.get(), part)) {
      placeWhereFree(offer, part);
      return;
    }
    Instant start = free.get();
    if (start.isAfter(offer.asked())) {
      ledger.refusals().moved(offer, start);
    }
    ledger.place(offer, start, part);
  }

  private Optional<Problem> quiet(Offer offer, Instant start, Atoms.Part part) {
    if (offer.isFreedFrom(Hold.QUIET_HOURS)) {
      return Optional.empty();
    }
    return QuietHoursPolicy.refusal(
        rules.quiet(),
        offer.priority(),
        new QuietHoursPolicy.Stretch(start, lastEnd(offer, start, part)),
        offer.named());
  }

  private Instant lastEnd(Offer offer, Instant start, Atoms.Part part) {
    return start.plus(offer.length()).plus(ledger.longestDelay(offer, part));
  }

  private Atoms.Part outsidePeace(Offer offer) {
    Atoms.Part part = offer.place().part();
    if (offer.isFreedFrom(Hold.DO_NOT_PLAY)) {
      return part;
    }
    Window sound = Peace.sound(offer.asked(), lastEnd(offer, offer.asked(), part));
    for (Peace.Stretch stretch : peace.stretches()) {
      Atoms.Part disturbed = disturbed(offer, sound, part, stretch);
      if (!disturbed.isEmpty()) {
        ledger.refusals().peace(offer, disturbed, stretch.rule());
        part = part.minus(disturbed);
      }
    }
    return part;
  }

  private Atoms.Part disturbed(Offer offer, Window sound, Atoms.Part part, Peace.Stretch stretch) {
    if (!stretch.forbids(offer.priority(), sound)) {
      return atoms.nothing();
    }
    return stretch.rule().zones().isEmpty() ? part : part.and(atoms.part(stretch.rule().zones()));
  }

  private Atoms.Part withinLimits(Offer offer, Atoms.Part asked) {
    if (offer.priority() == Priority.EMERGENCY) {
      return asked;
    }
    Atoms.Part open = asked.minus(crowded(offer, asked));
    if (offer.isFreedFrom(Hold.MINUTES_A_DAY)) {
      return open;
    }
    Duration perDay = rules.limits().perDay();
    long most = perDay.minus(offer.length()).toNanos();
    Atoms.Part full = chosen(open, atom -> ledger.soundNanosOn(atom) > most);
    if (!full.isEmpty()) {
      ledger.refusals().tooMuchSound(offer, full, perDay);
    }
    return open.minus(full);
  }

  private Atoms.Part crowded(Offer offer, Atoms.Part asked) {
    Optional<String> session = offer.session();
    if (session.isEmpty() || offer.isFreedFrom(Hold.SESSIONS_A_DAY)) {
      return atoms.nothing();
    }
    int most = rules.limits().sessionsADay();
    Atoms.Part crowded =
        chosen(asked, atom -> ledger.wouldExceedSessions(atom, session.get(), most));
    if (!crowded.isEmpty()) {
      ledger.refusals().tooManySessions(offer, crowded, most);
    }
    return crowded;
  }

  private boolean isForbidden(Offer offer, Instant start, Atoms.Part part) {
    Window sound = Peace.sound(start, lastEnd(offer, start, part));
    return quiet(offer, start, part).isPresent()
        || (!offer.isFreedFrom(Hold.DO_NOT_PLAY)
            && peace.stretches().stream()
                .anyMatch(stretch -> !disturbed(offer, sound, part, stretch).isEmpty()));
  }

  private void placeWhereFree(Offer offer, Atoms.Part part) {
    IdentityHashMap<Offer, List<Integer>> taken = new IdentityHashMap<>();
    for (int atom : part.atoms()) {
      Optional<Offer> blocker = ledger.blocker(atom, offer);
      if (blocker.isPresent()) {
        taken.computeIfAbsent(blocker.get(), any -> new ArrayList<>()).add(atom);
      }
    }
    Atoms.Part free = part;
    for (Map.Entry<Offer, List<Integer>> met : taken.entrySet()) {
      Atoms.Part where = part.only(met.getValue());
      ledger.refusals().overlap(offer, where, met.getKey());
      free = free.minus(where);
    }
    if (!free.isEmpty()) {
      ledger.place(offer, offer.asked(), free);
    }
  }

  private static Atoms.Part chosen(Atoms.Part part, IntPredicate which) {
    List<Integer> chosen = new ArrayList<>();
    for (int atom : part.atoms()) {
      if (which.test(atom)) {
        chosen.add(atom);
      }
    }
    return part.only(chosen);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.quiet.QuietHoursPolicy;

/**
 * Works out rundowns from a timetable. Pure and deterministic: the order in which things were said
 * does not matter. Usable on any thread.
 *
 * <p>What is more urgent is placed first; at one urgency, what asked for the earlier instant. What
 * finds its moment taken waits as long as its late rule allows, everywhere at once; otherwise it
 * sounds where the moment is free and the rest is a conflict. Nothing vanishes without a reason.
 */
public final class RundownPlanner {
  private final Timetable timetable;
  private final PlanningRules rules;
  private final Atoms atoms;

  /** A planner for one timetable; make one and ask it for many days. */
  public RundownPlanner(Timetable timetable, PlanningRules rules) {
    this.timetable = timetable;
    this.rules = rules;
    List<Set<PagingZone>> audiences = new ArrayList<>();
    timetable.programmes().values().forEach(p -> audiences.add(p.audience().zones()));
    timetable.campaigns().values().forEach(c -> audiences.add(c.audience().zones()));
    timetable.doNotPlay().values().forEach(peace -> audiences.add(peace.zones()));
    this.atoms = Atoms.of(timetable.zones(), audiences);
  }

  /** Everything asked for on one day of the commune's time zone. */
  public Rundown day(LocalDate date) {
    Instant midnight = date.atStartOfDay(rules.quiet().zone()).toInstant();
    Instant next = date.plusDays(1).atStartOfDay(rules.quiet().zone()).toInstant();
    DayLedger ledger = new DayLedger(new Window(midnight, next), atoms.count());
    List<Offer> offers = new ArrayList<>(Offers.of(timetable, rules, atoms, ledger));
    offers.sort(Offer.PRECEDENCE);
    offers.forEach(offer -> weigh(offer, ledger));
    return ledger.rundown();
  }

  private void weigh(Offer offer, DayLedger ledger) {
    Optional<Problem> quiet = quiet(offer, offer.asked());
    if (quiet.isPresent()) {
      ledger.refusals().quiet(offer, quiet.get());
      return;
    }
    Atoms.Part part = withinLimits(offer, outsidePeace(offer, ledger), ledger);
    if (part.isEmpty()) {
      return;
    }
    Instant start = ledger.firstFree(part, offer.asked(), offer.length());
    if (start.isAfter(offer.latest()) || isForbidden(offer, start, part)) {
      placeWhereFree(offer, part, ledger);
      return;
    }
    if (start.isAfter(offer.asked())) {
      ledger.refusals().moved(offer, start);
    }
    ledger.place(offer, start, part);
  }

  private Optional<Problem> quiet(Offer offer, Instant start) {
    return QuietHoursPolicy.refusal(
        rules.quiet(),
        offer.place().audience().priority(),
        new QuietHoursPolicy.Stretch(start, start.plus(offer.length())),
        offer.named());
  }

  private Atoms.Part outsidePeace(Offer offer, DayLedger ledger) {
    Atoms.Part part = offer.place().part();
    for (DoNotPlay peace : sortedPeace()) {
      Atoms.Part disturbed = disturbed(offer, offer.asked(), part, peace);
      if (!disturbed.isEmpty()) {
        ledger.refusals().peace(offer, disturbed, peace);
        part = part.minus(disturbed);
      }
    }
    return part;
  }

  private Atoms.Part disturbed(Offer offer, Instant start, Atoms.Part part, DoNotPlay peace) {
    Instant end = start.plus(offer.length());
    boolean holiday =
        rules.holidays().on(LocalDate.ofInstant(start, peace.season().timeZone())).isPresent();
    if (!peace.season().agrees(holiday)
        || !peace.forbids(offer.place().audience().priority(), start, end)) {
      return atoms.nothing();
    }
    return peace.zones().isEmpty() ? part : part.and(atoms.part(peace.zones()));
  }

  private List<DoNotPlay> sortedPeace() {
    return timetable.doNotPlay().values().stream()
        .sorted(Comparator.comparing(DoNotPlay::id))
        .toList();
  }

  private Atoms.Part withinLimits(Offer offer, Atoms.Part asked, DayLedger ledger) {
    if (offer.place().audience().priority() == Priority.EMERGENCY) {
      return asked;
    }
    PlanningRules.Limits limits = rules.limits();
    Atoms.Part crowded =
        chosen(
            asked,
            atom ->
                offer.session().isPresent()
                    && ledger.wouldExceedSessions(
                        atom, offer.session().get(), limits.sessionsADay()));
    if (!crowded.isEmpty()) {
      ledger.refusals().tooManySessions(offer, crowded, limits.sessionsADay());
    }
    Atoms.Part open = asked.minus(crowded);
    Atoms.Part full =
        chosen(
            open, atom -> ledger.soundOn(atom).plus(offer.length()).compareTo(limits.perDay()) > 0);
    if (!full.isEmpty()) {
      ledger.refusals().tooMuchSound(offer, full, limits.perDay());
    }
    return open.minus(full);
  }

  private boolean isForbidden(Offer offer, Instant start, Atoms.Part part) {
    return quiet(offer, start).isPresent()
        || timetable.doNotPlay().values().stream()
            .anyMatch(peace -> !disturbed(offer, start, part, peace).isEmpty());
  }

  private void placeWhereFree(Offer offer, Atoms.Part part, DayLedger ledger) {
    Atoms.Part free = part;
    for (int atom : part.atoms()) {
      Optional<Offer> blocker = ledger.blocker(atom, offer.asked(), offer.length());
      if (blocker.isPresent()) {
        Atoms.Part here = chosen(part, other -> other == atom);
        ledger.refusals().overlap(offer, here, blocker.get());
        free = free.minus(here);
      }
    }
    if (!free.isEmpty()) {
      ledger.place(offer, offer.asked(), free);
    }
  }

  private static Atoms.Part chosen(Atoms.Part part, IntPredicate which) {
    return part.only(IntStream.of(part.atoms()).filter(which).boxed().toList());
  }
}

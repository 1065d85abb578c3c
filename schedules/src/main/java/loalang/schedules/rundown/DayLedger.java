// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One day while it is being planned: what every atom already hears. Used by one thread. */
final class DayLedger {
  private final Window window;
  private final Refusals refusals = new Refusals();
  private final List<PlannedItem> placed = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  DayLedger(Window window, int atoms) {
    this.window = window;
    for (int atom = 0; atom < atoms; atom++) {
      lanes.add(new Lane());
    }
  }

  Window window() {
    return window;
  }

  Refusals refusals() {
    return refusals;
  }

  /** What already sounds on this atom where the offer asks to, the earliest of it. */
  Optional<Offer> blocker(int atom, Offer offer) {
    long start = Lane.nanos(offer.asked());
    return lanes.get(atom).blockerOf(start, start + offer.length().toNanos());
  }

  /** The first instant, within its late rule, at which all these atoms are free for an offer. */
  Optional<Instant> firstFree(Atoms.Part part, Offer offer) {
    int[] atoms = part.atoms();
    long asked = Lane.nanos(offer.asked());
    long latest = Lane.nanos(offer.latest());
    long length = offer.length().toNanos();
    long candidate = asked;
    long settled = Long.MIN_VALUE;
    while (settled < candidate && candidate <= latest) {
      settled = candidate;
      for (int atom : atoms) {
        candidate = lanes.get(atom).clearFrom(candidate, candidate + length);
      }
    }
    return candidate > latest
        ? Optional.empty()
        : Optional.of(offer.asked().plusNanos(candidate - asked));
  }

  boolean wouldExceedSessions(int atom, String session, int most) {
    return lanes.get(atom).wouldExceedSessions(session, most);
  }

  long soundNanosOn(int atom) {
    return lanes.get(atom).soundNanos();
  }

  void place(Offer offer, Instant start, Atoms.Part part) {
    placed.add(offer.placed(start, part));
    long from = Lane.nanos(start);
    long until = from + offer.length().toNanos();
    for (int atom : part.atoms()) {
      lanes.get(atom).add(from, until, offer);
    }
  }

  Rundown rundown() {
    return new Rundown(placed, refusals.all());
  }
}

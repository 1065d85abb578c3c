// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One day while it is being planned: what every atom already hears. Used by one thread. */
final class DayLedger {

  /** Something in its place. */
  record Placed(Offer offer, Instant start, Atoms.Part part) {
    Instant end() {
      return start.plus(offer.length());
    }
  }

  private final Echo echo;
  private final Refusals refusals = new Refusals();
  private final List<Placed> placed = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  DayLedger(Echo echo, int atoms) {
    this.echo = echo;
    for (int atom = 0; atom < atoms; atom++) {
      lanes.add(new Lane());
    }
  }

  Refusals refusals() {
    return refusals;
  }

  List<Placed> placed() {
    return placed;
  }

  /** What already sounds on this atom where the offer asks to, the earliest of it. */
  Optional<Offer> blocker(int atom, Offer offer) {
    long start = Lane.nanos(offer.asked()) + echo.nanos(atom, offer.priority());
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
        long delay = echo.nanos(atom, offer.priority());
        long start = candidate + delay;
        candidate = lanes.get(atom).clearFrom(start, start + length) - delay;
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
    placed.add(new Placed(offer, start, part));
    long from = Lane.nanos(start);
    long length = offer.length().toNanos();
    for (int atom : part.atoms()) {
      long delayed = from + echo.nanos(atom, offer.priority());
      lanes.get(atom).add(delayed, delayed + length, offer);
    }
  }

  /** Keeps the place of something that belongs to the day before or after. */
  void reserve(Placed other) {
    long from = Lane.nanos(other.start());
    long length = other.offer().length().toNanos();
    for (int atom : other.part().atoms()) {
      long delayed = from + echo.nanos(atom, other.offer().priority());
      lanes.get(atom).reserve(delayed, delayed + length, other.offer());
    }
  }

  /** The longest time by which a cluster of this part starts late. */
  Duration longestDelay(Offer offer, Atoms.Part part) {
    return echo.longest(part, offer.priority());
  }

  Rundown rundown() {
    List<PlannedItem> items = new ArrayList<>();
    for (Placed one : placed) {
      items.add(
          one.offer()
              .placed(one.start(), one.part(), echo.delays(one.part(), one.offer().priority())));
    }
    return new Rundown(items, refusals.all());
  }
}

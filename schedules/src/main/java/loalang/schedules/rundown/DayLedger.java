// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One day while it is being planned: what every atom already hears. Used by one thread. */
final class DayLedger {
  private record Busy(Instant end, Offer by) {}

  private final Window window;
  private final Refusals refusals = new Refusals();
  private final List<PlannedItem> placed = new ArrayList<>();
  private final List<TreeMap<Instant, Busy>> busy = new ArrayList<>();
  private final List<Set<String>> sessions = new ArrayList<>();
  private final List<Duration> sound = new ArrayList<>();

  DayLedger(Window window, int atoms) {
    this.window = window;
    for (int atom = 0; atom < atoms; atom++) {
      busy.add(new TreeMap<>());
      sessions.add(new HashSet<>());
      sound.add(Duration.ZERO);
    }
  }

  Window window() {
    return window;
  }

  Refusals refusals() {
    return refusals;
  }

  /** What already sounds on this atom within the stretch, the earliest of it. */
  Optional<Offer> blocker(int atom, Instant start, Duration length) {
    return overlapping(atom, start, start.plus(length)).map(Busy::by);
  }

  /** The first instant from {@code start} on at which all these atoms are free for so long. */
  Instant firstFree(Atoms.Part part, Instant start, Duration length) {
    Instant candidate = start;
    boolean settled = false;
    while (!settled) {
      settled = true;
      for (int atom : part.atoms()) {
        Optional<Busy> hit = overlapping(atom, candidate, candidate.plus(length));
        if (hit.isPresent()) {
          candidate = hit.get().end();
          settled = false;
        }
      }
    }
    return candidate;
  }

  boolean wouldExceedSessions(int atom, String session, int most) {
    return !sessions.get(atom).contains(session) && sessions.get(atom).size() >= most;
  }

  Duration soundOn(int atom) {
    return sound.get(atom);
  }

  void place(Offer offer, Instant start, Atoms.Part part) {
    placed.add(offer.placed(start, part));
    for (int atom : part.atoms()) {
      busy.get(atom).put(start, new Busy(start.plus(offer.length()), offer));
      sound.set(atom, sound.get(atom).plus(offer.length()));
      offer.session().ifPresent(sessions.get(atom)::add);
    }
  }

  Rundown rundown() {
    return new Rundown(placed, refusals.all());
  }

  private Optional<Busy> overlapping(int atom, Instant start, Instant end) {
    Map.Entry<Instant, Busy> before = busy.get(atom).floorEntry(start);
    if (before != null && before.getValue().end().isAfter(start)) {
      return Optional.of(before.getValue());
    }
    Map.Entry<Instant, Busy> after = busy.get(atom).higherEntry(start);
    return after != null && after.getKey().isBefore(end)
        ? Optional.of(after.getValue())
        : Optional.empty();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import loalang.protocol.SpeakerId;

/**
 * When the next part may go. A part goes as soon as one of those who wait for it is within its
 * rate: who asks for everything at once loads its own line and holds up nobody. Told the time; not
 * for several threads.
 */
final class Pace {
  private static final long BURST_MILLIS = 20; // a timer is not more exact than that

  private final AudioRates rates;
  private final Map<SpeakerId, Instant> free = new HashMap<>();
  private Instant allFree = Instant.MIN;

  Pace(AudioRates rates) {
    this.rates = rates;
  }

  /** When a part for these nodes may go, at the earliest. */
  Instant earliest(Collection<SpeakerId> nodes) {
    Instant first =
        nodes.stream()
            .map(node -> free.getOrDefault(node, Instant.MIN))
            .min(Instant::compareTo)
            .orElse(Instant.MIN);
    return first.isAfter(allFree) ? first : allFree;
  }

  /** So many bytes go to each of these nodes now. */
  void spend(Collection<SpeakerId> nodes, int bytes, Instant now) {
    Instant burst = now.minusMillis(BURST_MILLIS);
    free.values().removeIf(instant -> instant.isBefore(burst));
    long nanos = rates.nodeNanos(bytes);
    nodes.forEach(node -> free.merge(node, burst, Pace::later));
    nodes.forEach(node -> free.computeIfPresent(node, (n, from) -> from.plusNanos(nanos)));
    allFree = later(allFree, burst).plusNanos(rates.totalNanos((long) bytes * nodes.size()));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

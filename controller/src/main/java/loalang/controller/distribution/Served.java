// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;

/**
 * Which parts went to whom a short while ago: what a node asks for that it was sent is a repair.
 * Bounded; told the time; not for several threads.
 */
final class Served {
  private static final Duration MEMORY = Duration.ofMinutes(5);

  private final int maxRecordings;
  private final Map<Digest, Map<Integer, Set<SpeakerId>>> sent = new LinkedHashMap<>();
  private final Map<Digest, Instant> last = new HashMap<>();

  Served(int maxRecordings) {
    this.maxRecordings = maxRecordings;
  }

  void note(Digest digest, int part, Set<SpeakerId> nodes, Instant now) {
    last.values().removeIf(instant -> instant.plus(MEMORY).isBefore(now));
    sent.keySet().retainAll(last.keySet());
    if (!sent.containsKey(digest) && sent.size() >= maxRecordings) {
      Digest oldest = sent.keySet().iterator().next();
      sent.remove(oldest);
      last.remove(oldest);
    }
    sent.computeIfAbsent(digest, d -> new HashMap<>())
        .computeIfAbsent(part, p -> new HashSet<>())
        .addAll(nodes);
    last.put(digest, now);
  }

  /** Those of these parts that this node was sent before. */
  BitSet repairs(Digest digest, SpeakerId node, BitSet asked) {
    BitSet repairs = new BitSet();
    Map<Integer, Set<SpeakerId>> parts = sent.getOrDefault(digest, Map.of());
    asked.stream()
        .filter(part -> parts.getOrDefault(part, Set.of()).contains(node))
        .forEach(repairs::set);
    return repairs;
  }
}

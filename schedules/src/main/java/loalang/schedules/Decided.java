// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which moments of which cues are settled, by the hour of the cue's start: adding one copies an
 * hour, not four days. Immutable.
 */
record Decided(Map<Long, Set<Decided.Due>> byHour) {

  /** One moment of one cue, which comes once. */
  record Due(CueId cue, Moment moment) {}

  static final Decided NOTHING = new Decided(Map.of());

  private static final long HOUR_SECONDS = 3600;

  boolean holds(Cue cue, Moment moment) {
    return byHour
        .getOrDefault(hour(cue.start()), Set.of())
        .contains(new Due(cue.id(), moment));
  }

  /** Whether a cue of this name has fired or was skipped for good, whenever its start was. */
  boolean hasAired(CueId id) {
    Due due = new Due(id, Moment.AIR);
    return byHour.values().stream().anyMatch(hour -> hour.contains(due));
  }

  /** These too; what started before an instant is forgotten. */
  Decided with(List<CueDecision> decisions, Instant forgotten) {
    Map<Long, Set<Due>> next = new HashMap<>(byHour);
    Map<Long, Set<Due>> copied = new HashMap<>();
    for (CueDecision decision : decisions) {
      long hour = hour(decision.cue().start());
      copied
          .computeIfAbsent(hour, h -> new HashSet<>(byHour.getOrDefault(h, Set.of())))
          .add(new Due(decision.cue().id(), decision.moment()));
    }
    next.putAll(copied);
    next.keySet().removeIf(hour -> hour < hour(forgotten));
    return new Decided(next);
  }

  private static long hour(Instant start) {
    return Math.floorDiv(start.getEpochSecond(), HOUR_SECONDS);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which moments of which cues are settled. Immutable; most copies are of a few entries, because the
 * latest are kept apart until there are enough of them to be filed by the hour of the cue's start.
 */
record Decided(Map<Decided.Due, Instant> latest, Map<Long, Set<Decided.Due>> byHour) {

  /** One moment of one cue, which comes once. */
  record Due(CueId cue, Moment moment) {}

  static final Decided NOTHING = new Decided(Map.of(), Map.of());

  private static final long HOUR_SECONDS = 3600;
  private static final int MOST_LATEST = 64;

  boolean holds(Cue cue, Moment moment) {
    Due due = new Due(cue.id(), moment);
    return latest.containsKey(due)
        || byHour.getOrDefault(hour(cue.start()), Set.of()).contains(due);
  }

  /** Whether a cue of this name has fired or was skipped for good, whenever its start was. */
  boolean hasAired(CueId id) {
    Due due = new Due(id, Moment.AIR);
    return latest.containsKey(due) || byHour.values().stream().anyMatch(hour -> hour.contains(due));
  }

  /** These too. */
  Decided with(List<CueDecision> decisions) {
    Map<Due, Instant> more = new HashMap<>(latest);
    for (CueDecision decision : decisions) {
      more.put(new Due(decision.cue().id(), decision.moment()), decision.cue().start());
    }
    return more.size() > MOST_LATEST ? filed(more) : new Decided(more, byHour);
  }

  private Decided filed(Map<Due, Instant> more) {
    Map<Long, Set<Due>> filed = new HashMap<>(byHour);
    Map<Long, Set<Due>> changed = new HashMap<>();
    more.forEach(
        (due, start) ->
            changed
                .computeIfAbsent(
                    hour(start), hour -> new HashSet<>(byHour.getOrDefault(hour, Set.of())))
                .add(due));
    filed.putAll(changed);
    return new Decided(Map.of(), filed);
  }

  /** Without the hours that are long past. */
  Decided forgetting(Instant before) {
    Map<Long, Set<Due>> kept = new HashMap<>(byHour);
    kept.keySet().removeIf(hour -> hour < hour(before));
    return new Decided(latest, kept);
  }

  private static long hour(Instant start) {
    return Math.floorDiv(start.getEpochSecond(), HOUR_SECONDS);
  }
}

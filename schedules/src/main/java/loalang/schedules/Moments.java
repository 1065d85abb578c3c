// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Window;

/**
 * Works out when the moments of an item are. Pure.
 *
 * @param distances as in {@link ClockworkSettings#moments}
 */
record Moments(Map<Moment, Duration> distances) {
  /** The latest start (a day) and the longest recording (three hours) together, with room. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(28);

  Moments {
    distances = Map.copyOf(distances);
  }

  /** The instant of a moment, or empty if it is not told. */
  Optional<Instant> of(PlannedItem item, Moment moment) {
    Cue cue = item.cue();
    if (moment == Moment.AIR) {
      return Optional.of(cue.start());
    }
    return Optional.ofNullable(distances.get(moment))
        .map(
            distance ->
                moment == Moment.DEADLINE
                    ? cue.late()
                        .latestStart(cue.start())
                        .plus(Duration.between(cue.start(), item.lastEnd()))
                        .plus(distance)
                    : cue.start().minus(distance));
  }

  /** Every start that may have a moment in this window. */
  Window startsWithMomentsIn(Window window) {
    Duration ahead = Duration.ZERO;
    for (Moment moment : new Moment[] {Moment.PREPARE, Moment.FREEZE}) {
      Duration distance = distances.getOrDefault(moment, Duration.ZERO);
      ahead = distance.compareTo(ahead) > 0 ? distance : ahead;
    }
    Duration back =
        distances.containsKey(Moment.DEADLINE)
            ? LONGEST_LIFE.plus(distances.get(Moment.DEADLINE))
            : Duration.ZERO;
    return new Window(window.from().minus(back), window.until().plus(ahead));
  }
}

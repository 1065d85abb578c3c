// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.PlanningRules;

/**
 * How a schedule book runs.
 *
 * @param rules what holds for every rundown, quiet hours first of all
 * @param now what time it is
 * @param horizon how far ahead a change is looked at before it is made, 1 hour to 31 days, ends
 *     allowed
 * @param moments how long before a cue's start {@code PREPARE} and {@code FREEZE} are told, how
 *     long after its last possible end {@code DEADLINE}; 0 to 24 hours; what is not named is not
 *     told
 * @throws IllegalArgumentException if a value is out of range, or {@code AIR} is named
 */
public record ClockworkSettings(
    PlanningRules rules, InstantSource now, Duration horizon, Map<Moment, Duration> moments) {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration FARTHEST = Duration.ofDays(1);

  public ClockworkSettings {
    moments = Map.copyOf(moments);
    for (Map.Entry<Moment, Duration> moment : moments.entrySet()) {
      Duration distance = moment.getValue();
      boolean isInRange = !distance.isNegative() && distance.compareTo(FARTHEST) <= 0;
      if (moment.getKey() == Moment.AIR || !isInRange) {
        throw new IllegalArgumentException(
            "PREPARE, FREEZE and DEADLINE lie 0 to %s away, was %s.".formatted(FARTHEST, moment));
      }
    }
    if (horizon.compareTo(SHORTEST) < 0 || horizon.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The horizon is %s to %s, was %s.".formatted(SHORTEST, LONGEST, horizon));
    }
  }

  /** The usual limits and the holidays of Vietnam with these quiet hours. */
  public ClockworkSettings(QuietHours quiet, InstantSource now, Duration horizon) {
    this(PlanningRules.usual(quiet), now, horizon, Map.of());
  }

  /** A commune in Vietnam with the usual quiet hours, the machine's clock and seven days ahead. */
  public static ClockworkSettings usual() {
    return new ClockworkSettings(QuietHours.USUAL, InstantSource.system(), Duration.ofDays(7));
  }

  /** These settings with other moments. */
  public ClockworkSettings telling(Map<Moment, Duration> others) {
    return new ClockworkSettings(rules, now, horizon, others);
  }

  /** When nothing but an emergency sounds. */
  public QuietHours quiet() {
    return rules.quiet();
  }
}

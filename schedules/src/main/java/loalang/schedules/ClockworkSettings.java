// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.InstantSource;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.PlanningRules;

/**
 * How a schedule book runs.
 *
 * @param rules what holds for every rundown, quiet hours first of all
 * @param now what time it is
 * @param horizon how far ahead alarms are set, 1 hour to 31 days, ends allowed
 * @throws IllegalArgumentException if the horizon is out of range
 */
public record ClockworkSettings(PlanningRules rules, InstantSource now, Duration horizon) {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(31);

  public ClockworkSettings {
    if (horizon.compareTo(SHORTEST) < 0 || horizon.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The horizon is %s to %s, was %s.".formatted(SHORTEST, LONGEST, horizon));
    }
  }

  /** The usual limits and the holidays of Vietnam with these quiet hours. */
  public ClockworkSettings(QuietHours quiet, InstantSource now, Duration horizon) {
    this(PlanningRules.usual(quiet), now, horizon);
  }

  /** A commune in Vietnam with the usual quiet hours, the machine's clock and seven days ahead. */
  public static ClockworkSettings usual() {
    return new ClockworkSettings(QuietHours.USUAL, InstantSource.system(), Duration.ofDays(7));
  }

  /** When nothing but an emergency sounds. */
  public QuietHours quiet() {
    return rules.quiet();
  }
}

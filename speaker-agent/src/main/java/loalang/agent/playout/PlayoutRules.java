// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Duration;
import java.time.Instant;
import loalang.protocol.Priority;

/**
 * What this pole allows.
 *
 * @param quietHours when only an emergency or a released item sounds
 * @param release what needs a release
 * @param mostWaiting how many ordered airings may wait at once, 1 or more
 * @param patience how much longer than its frames an airing may take before the device counts as
 *     stuck, over 0
 * @param lead how long before its start an airing is handed to a player that has nothing else to
 *     do, so that the first frame comes at the instant and not after it; 0 or more
 * @throws IllegalArgumentException if a value is out of range
 */
public record PlayoutRules(
    QuietHours quietHours, ReleaseRule release, int mostWaiting, Duration patience, Duration lead) {
  /** What a pole allows unless it is told otherwise. */
  public static final PlayoutRules DEFAULT =
      new PlayoutRules(
          QuietHours.DEFAULT, ReleaseRule.OFF, 256, Duration.ofSeconds(10), Duration.ZERO);

  public PlayoutRules {
    if (mostWaiting < 1 || patience.isNegative() || patience.isZero() || lead.isNegative()) {
      throw new IllegalArgumentException(
          "At least one airing waits, patience is over 0 and lead is not below, was %d, %s, %s."
              .formatted(mostWaiting, patience, lead));
    }
  }

  /** True if it may not sound at this instant: people sleep and nobody released it. */
  boolean forbid(Item item, Instant instant) {
    if (!quietHours.cover(instant)) {
      return false;
    }
    boolean mayWakePeople =
        item.play().priority() == Priority.EMERGENCY || item.play().release() != null;
    return !mayWakePeople || release.forbids(item.play(), item.warrant(), true);
  }

  /** True if two people have to release it before it may sound at its hour, and nobody has. */
  public boolean lackRelease(Item item) {
    boolean quiet = quietHours.cover(item.play().startAt());
    return release.forbids(item.play(), item.warrant(), quiet);
  }

  /** The same with other quiet hours. */
  public PlayoutRules withQuietHours(QuietHours other) {
    return new PlayoutRules(other, release, mostWaiting, patience, lead);
  }

  /** The same with another rule of releases. */
  public PlayoutRules withRelease(ReleaseRule other) {
    return new PlayoutRules(quietHours, other, mostWaiting, patience, lead);
  }

  /** The same with another lead. */
  public PlayoutRules withLead(Duration other) {
    return new PlayoutRules(quietHours, release, mostWaiting, patience, other);
  }
}

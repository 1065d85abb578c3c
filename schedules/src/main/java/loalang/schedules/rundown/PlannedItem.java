// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.schedules.Cue;
import loalang.schedules.echo.EchoDelay;

/**
 * A cue in its place.
 *
 * @param cue what is heard, where, when
 * @param title of the programme, campaign or one-off it belongs to
 * @param length how long it takes, as far as is known
 */
public record PlannedItem(Cue cue, String title, Duration length) {

  /** The first instant after it, where it starts at the instant of its cue. */
  public Instant end() {
    return cue.start().plus(length);
  }

  /** The first instant after it where it starts last, by an echo chain. */
  public Instant lastEnd() {
    return end().plus(cue.terms().longestDelay());
  }

  /** True if it may sound somewhere at this instant. */
  boolean maySoundAt(Instant instant) {
    return !instant.isBefore(cue.start()) && instant.isBefore(lastEnd());
  }

  /** True if it sounds at this instant in one of these clusters, all of which hear it. */
  boolean soundsAt(Instant instant, Set<PagingZone> clusters) {
    Set<PagingZone> onTime = new HashSet<>(clusters);
    for (EchoDelay delay : cue.terms().delays()) {
      boolean isHere = onTime.removeAll(delay.clusters());
      if (isHere && isBetween(instant, delay.by())) {
        return true;
      }
    }
    return !onTime.isEmpty() && isBetween(instant, Duration.ZERO);
  }

  private boolean isBetween(Instant instant, Duration delay) {
    return !instant.isBefore(cue.start().plus(delay)) && instant.isBefore(end().plus(delay));
  }
}

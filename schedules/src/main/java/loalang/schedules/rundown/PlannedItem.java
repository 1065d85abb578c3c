// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import loalang.schedules.Cue;

/**
 * A cue in its place.
 *
 * @param cue what is heard, where, when
 * @param title of the programme, campaign or one-off it belongs to
 * @param length how long it takes, as far as is known
 */
public record PlannedItem(Cue cue, String title, Duration length) {

  /** The first instant after it. */
  public Instant end() {
    return cue.start().plus(length);
  }

  /** True if it sounds at this instant. */
  public boolean soundsAt(Instant instant) {
    return !instant.isBefore(cue.start()) && instant.isBefore(end());
  }
}

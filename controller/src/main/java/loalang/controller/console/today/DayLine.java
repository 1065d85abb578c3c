// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The day of one place, from midnight to midnight.
 *
 * @param place its name
 * @param online how many of its loudspeakers are heard now
 * @param all how many it has
 * @param blocks earliest first
 * @param midnight at which the day begins
 */
public record DayLine(String place, long online, long all, List<Block> blocks, Instant midnight) {
  private static final long LEAST_MINUTES = 6; // else a chime cannot be seen or touched

  public DayLine {
    blocks = List.copyOf(blocks);
  }

  /** How far from midnight a block begins, in minutes, 0 or more. */
  public long left(Block block) {
    return Math.max(0, minutes(block.start()));
  }

  /** How wide a block is drawn, in minutes. */
  public long width(Block block) {
    return Math.max(LEAST_MINUTES, minutes(block.end()) - left(block));
  }

  /** How far from midnight an instant is, in minutes. */
  public long minutes(Instant instant) {
    return Duration.between(midnight, instant).toMinutes();
  }
}

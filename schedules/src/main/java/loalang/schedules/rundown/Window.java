// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param until exclusive, not before {@code from}
 * @throws IllegalArgumentException if the ends are out of order
 */
public record Window(Instant from, Instant until) {
  public Window {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "A window runs forward, was %s to %s.".formatted(from, until));
    }
  }

  /** The stretch that begins here and lasts this long. */
  public static Window of(Instant from, Duration length) {
    return new Window(from, from.plus(length));
  }

  /** The single instant. */
  public static Window at(Instant instant) {
    return new Window(instant, instant.plusNanos(1));
  }

  /** True if some instant lies in both. */
  public boolean meets(Window other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** True if the instant lies in the window. */
  public boolean holds(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.rundown.Window;

/**
 * One day of one place on a line of 1,440 minutes.
 *
 * @param day from midnight to midnight
 * @param shades when it is meant to be silent
 * @param marks what sounds and what does not, earliest first
 */
public record DayStrip(Window day, List<Stillness> shades, List<Mark> marks) {
  private static final long LEAST_MINUTES = 8; // else a chime cannot be seen

  public DayStrip {
    shades = List.copyOf(shades);
    marks = List.copyOf(marks);
  }

  /**
   * Something on the line.
   *
   * @param entry what it is
   * @param colour planned, urgent, held or refused
   */
  public record Mark(Entry entry, String colour) {}

  /** How many are heard. */
  public long heard() {
    return marks.stream().filter(mark -> mark.entry().isHeard()).count();
  }

  /** How many are not, or wait for somebody. */
  public long doubtful() {
    return marks.size() - heard();
  }

  /** How far from midnight an instant is, in minutes, 0 to 1,440. */
  public long left(Instant instant) {
    return Math.min(1440, Math.max(0, minutes(instant)));
  }

  /** How wide a stretch is drawn, in minutes. */
  public long width(Instant from, Instant until) {
    return Math.max(LEAST_MINUTES, left(until) - left(from));
  }

  /** Where an instant lies, if it lies on this line. */
  public boolean holds(Instant instant) {
    return day.holds(instant);
  }

  private long minutes(Instant instant) {
    return Duration.between(day.from(), instant).toMinutes();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * All marks of a colour as one outline, those that touch as one: a week of a hundred places is
   * drawn without a hundred thousand elements.
   *
   * @return by colour, the data of an SVG path
   */
  public Map<String, String> outlines() {
    Map<String, Outline> outlines = new TreeMap<>();
    for (Mark mark : marks) {
      long from = left(mark.entry().start());
      outlines
          .computeIfAbsent(mark.colour(), Outline::new)
          .add(from, from + width(mark.entry().start(), mark.entry().end()));
    }
    Map<String, String> paths = new TreeMap<>();
    outlines.forEach((colour, outline) -> paths.put(colour, outline.path()));
    return paths;
  }

  private static final class Outline {
    private final StringBuilder path = new StringBuilder();
    private final boolean isTall;
    private long from;
    private long until = -1;

    Outline(String colour) {
      this.isTall = colour.equals("held") || colour.equals("refused");
    }

    void add(long start, long end) {
      if (start > until) {
        close();
        from = start;
      }
      until = Math.max(until, end);
    }

    String path() {
      close();
      return path.toString();
    }

    private void close() {
      if (until > from) {
        path.append('M').append(from).append(isTall ? " 0V28H" : " 3V25H").append(until);
        path.append(isTall ? "V0Z" : "V3Z");
      }
    }
  }

  /** True if the whole day is past. */
  public boolean isOver(Instant now) {
    return !day.until().isAfter(now);
  }

  /** Where an instant lies, if it lies on this line. */
  public boolean holds(Instant instant) {
    return day.holds(instant);
  }

  private long minutes(Instant instant) {
    return Duration.between(day.from(), instant).toMinutes();
  }
}

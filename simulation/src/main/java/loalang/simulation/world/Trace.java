// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened, line by line, if anybody wants to know. */
public final class Trace {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

  private final boolean kept;
  private final List<Line> lines = new ArrayList<>();

  /**
   * An empty trace.
   *
   * @param kept false if nobody will read it
   */
  Trace(boolean kept) {
    this.kept = kept;
  }

  /**
   * One line.
   *
   * @param at the true time
   * @param who a pole, the office, the broker, the stranger, the world
   * @param what happened
   */
  public record Line(Instant at, String who, String what) {
    /** As a person reads it, the time in UTC+7. */
    @Override
    public String toString() {
      return "%s  %-9s %s".formatted(LOCAL.format(at), who, what);
    }
  }

  void say(Instant at, String who, Supplier<String> what) {
    if (kept) {
      lines.add(new Line(at, who, what.get()));
    }
  }

  /** Every line in the order of the events. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }
}

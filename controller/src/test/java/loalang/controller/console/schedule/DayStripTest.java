// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.controller.console.schedule.DayStrip.Mark;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.Window;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DayStripTest {
  private static final Instant MIDNIGHT = Instant.parse("2031-01-05T17:00:00Z");

  @Test
  void marks_that_touch_are_one_outline_and_colours_stay_apart() {
    DayStrip strip =
        strip(mark(60, "planned"), mark(62, "planned"), mark(300, "planned"), mark(62, "held"));
    assertEquals(
        Map.of("planned", "M60 3V25H70V3ZM300 3V25H308V3Z", "held", "M62 0V28H70V0Z"),
        strip.outlines());
  }

  @Test
  void a_day_without_marks_has_no_outline() {
    assertEquals(Map.of(), strip().outlines());
  }

  private static DayStrip strip(Mark... marks) {
    return new DayStrip(Window.of(MIDNIGHT, Duration.ofDays(1)), List.of(), List.of(marks));
  }

  private static Mark mark(int minute, String colour) {
    Conflict conflict =
        new Conflict(
            new CueId("luot-" + minute),
            Set.of(new PagingZone("thon-mot")),
            Conflict.Outcome.NOT_HEARD,
            new Problem("RUNDOWN_QUIET_HOURS", "It is night.", "Move it."),
            Conflict.Decider.RULE);
    return new Mark(Entry.of(conflict, MIDNIGHT.plusSeconds(60L * minute), "Tin"), colour);
  }
}

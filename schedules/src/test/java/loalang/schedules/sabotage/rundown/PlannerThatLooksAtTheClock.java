// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.sabotage.rundown;

import java.time.Instant;
import java.time.InstantSource;
import loalang.schedules.ScheduleBook;
import org.quartz.Scheduler;

/** Asks the time itself, knows Quartz, and calls back through the door. */
record PlannerThatLooksAtTheClock(InstantSource clock, Scheduler scheduler, ScheduleBook book) {
  Instant moment() {
    return clock.instant();
  }
}

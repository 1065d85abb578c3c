// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.sabotage.rundown;

import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import loalang.schedules.ScheduleBook;
import org.quartz.Scheduler;

/** Asks the time itself, knows Quartz and SQL, and calls back through the door. */
record PlannerThatLooksAtTheClock(
    InstantSource clock, Scheduler scheduler, Connection sql, ScheduleBook book) {
  Instant moment() {
    return clock.instant();
  }
}

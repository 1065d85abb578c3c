// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.time.Instant;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Says which alarm rang and stops. Built by {@link QuartzClockwork}, runs on a Quartz thread. */
final class AlarmJob implements Job {
  private final Consumer<Instant> onAlarm;

  AlarmJob(Consumer<Instant> onAlarm) {
    this.onAlarm = onAlarm;
  }

  @Override
  public void execute(JobExecutionContext firing) {
    // The name, not getScheduledFireTime(): Quartz keeps only its milliseconds.
    onAlarm.accept(Instant.parse(firing.getTrigger().getKey().getName()));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Says which alarms rang and stops. Built by {@link QuartzClockwork}, runs on a Quartz thread. */
final class AlarmJob implements Job {
  private final Consumer<Instant> onAlarm;

  AlarmJob(Consumer<Instant> onAlarm) {
    this.onAlarm = onAlarm;
  }

  @Override
  public void execute(JobExecutionContext firing) {
    // The trigger's words, not getScheduledFireTime(): Quartz keeps only its milliseconds.
    List<Instant> alarms = AlarmTriggers.instants(firing.getTrigger());
    long began = System.nanoTime();
    Instant first = firing.getFireTime().toInstant();
    for (Instant alarm : alarms) {
      // By a clock nobody sets, so that a correction of the time cannot stretch a second.
      waitUntil(began + Duration.between(first, alarm).toNanos());
      onAlarm.accept(alarm);
    }
  }

  private static void waitUntil(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        // Asked to stop: what is left of this second rings now, rather than never.
        Thread.currentThread().interrupt();
      }
    }
  }
}

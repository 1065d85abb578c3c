// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.Clockwork;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * A {@link Clockwork} of Quartz 2.5: one trigger per instant, one job for all of them. Any thread;
 * rings on its single worker thread.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/2.4.0-SNAPSHOT/configuration.html">
 *     Quartz configuration reference</a>
 */
public final class QuartzClockwork implements Clockwork {
  private static final String GROUP = "alarm";
  private static final JobDetail ALARM =
      newJob(AlarmJob.class)
          .withIdentity(GROUP, GROUP)
          .storeDurably()
          .requestRecovery(false)
          .build();

  private final Scheduler scheduler;

  private QuartzClockwork(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** An alarm clock that forgets when the process ends. */
  public static QuartzClockwork inMemory() {
    return open(QuartzProperties.inMemory());
  }

  /**
   * An alarm clock that remembers: alarms that fell due while no process ran ring when it starts
   * again, and an alarm that has begun to ring never rings again, whatever crashes.
   *
   * @throws ProblemException CLOCKWORK_FAILED if the database cannot be used
   */
  public static QuartzClockwork lasting(LastingStore store) {
    try {
      QuartzTables.makeIn(store.database());
    } catch (SQLException e) {
      throw failed("could not make its tables", e);
    }
    DBConnectionManager.getInstance()
        .addConnectionProvider(
            QuartzProperties.dataSource(store), new Connections(store.database()));
    return open(QuartzProperties.lasting(store));
  }

  private static QuartzClockwork open(Properties properties) {
    try {
      Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
      scheduler.addJob(ALARM, true);
      return new QuartzClockwork(scheduler);
    } catch (SchedulerException e) {
      throw failed("could not be opened", e);
    }
  }

  @Override
  public void start(Consumer<Instant> onAlarm) {
    try {
      scheduler.setJobFactory((firing, owner) -> new AlarmJob(onAlarm));
      scheduler.start();
    } catch (SchedulerException e) {
      throw failed("could not be started", e);
    }
  }

  @Override
  public void setAllAfter(Instant after, SortedSet<Instant> alarms) {
    try {
      Set<Instant> unwanted = new HashSet<>();
      Set<Instant> missing = new HashSet<>(alarms);
      for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.groupEquals(GROUP))) {
        Instant set = Instant.parse(key.getName());
        if (!missing.remove(set) && set.isAfter(after)) {
          unwanted.add(set);
        }
      }
      scheduler.unscheduleJobs(keys(unwanted));
      schedule(missing);
    } catch (SchedulerException e) {
      throw failed("could not set its alarms", e);
    }
  }

  @Override
  public void add(Instant alarm) {
    try {
      if (!scheduler.checkExists(key(alarm))) {
        schedule(Set.of(alarm));
      }
    } catch (SchedulerException e) {
      throw failed("could not set the alarm for " + alarm, e);
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw failed("could not be closed", e);
    }
  }

  private void schedule(Collection<Instant> alarms) throws SchedulerException {
    if (alarms.isEmpty()) {
      return;
    }
    Set<Trigger> triggers = new HashSet<>();
    for (Instant alarm : alarms) {
      triggers.add(
          newTrigger()
              .forJob(ALARM)
              .withIdentity(key(alarm))
              .startAt(Date.from(alarm))
              // Rings however late, and in the order of the instants ("fire now" would lose the
              // order): whether a late cue may still sound is a rule, and rules are not here.
              .withSchedule(simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
              .build());
    }
    scheduler.scheduleJobs(Map.of(ALARM, triggers), true);
  }

  private static List<TriggerKey> keys(Collection<Instant> alarms) {
    List<TriggerKey> keys = new ArrayList<>();
    alarms.forEach(alarm -> keys.add(key(alarm)));
    return keys;
  }

  private static TriggerKey key(Instant alarm) {
    return TriggerKey.triggerKey(alarm.toString(), GROUP);
  }

  private static ProblemException failed(String what, Exception cause) {
    return new ProblemException(
        new Problem(
            "CLOCKWORK_FAILED",
            "The clockwork %s: %s.".formatted(what, cause.getMessage()),
            "Look at the cause in the log; a database that is locked or full is the usual one."),
        cause);
  }
}

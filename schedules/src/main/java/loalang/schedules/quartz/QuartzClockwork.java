// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.quartz.JobBuilder.newJob;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * A {@link Clockwork} of Quartz 2.5: one trigger per instant, or per crowded second (ADR 0035), one
 * job for all of them. Any thread; rings on its single worker thread. Within a crowded second an
 * alarm that is added may ring up to a second late.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/2.4.0-SNAPSHOT/configuration.html">
 *     Quartz configuration reference</a>
 */
public final class QuartzClockwork implements Clockwork {
  private static final JobDetail ALARM =
      newJob(AlarmJob.class)
          .withIdentity(AlarmTriggers.SINGLE, AlarmTriggers.SINGLE)
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
      Set<Instant> wanted = new HashSet<>(alarms);
      List<TriggerKey> unwanted = new ArrayList<>();
      for (TriggerKey crowd : keys(AlarmTriggers.CROWD)) {
        keepUntil(after, crowd, wanted);
        unwanted.add(crowd);
      }
      Map<TriggerKey, Trigger> missing = AlarmTriggers.of(wanted, ALARM);
      for (TriggerKey single : keys(AlarmTriggers.SINGLE)) {
        boolean isKept = missing.remove(single) != null;
        if (!isKept && Instant.parse(single.getName()).isAfter(after)) {
          unwanted.add(single);
        }
      }
      unwanted.removeIf(crowd -> missing.remove(crowd) != null);
      scheduler.unscheduleJobs(unwanted);
      schedule(missing);
    } catch (SchedulerException e) {
      throw failed("could not set its alarms", e);
    }
  }

  /** Alarms of a crowded second that is partly past stay, in whatever trigger. */
  private void keepUntil(Instant after, TriggerKey crowd, Set<Instant> wanted)
      throws SchedulerException {
    if (!AlarmTriggers.second(crowd).isAfter(after)) {
      alarmsOf(crowd).stream().filter(alarm -> !alarm.isAfter(after)).forEach(wanted::add);
    }
  }

  @Override
  public void add(Instant alarm) {
    try {
      if (!scheduler.checkExists(AlarmTriggers.key(alarm)) && !isInCrowd(alarm)) {
        schedule(AlarmTriggers.of(Set.of(alarm), ALARM));
      }
    } catch (SchedulerException e) {
      throw failed("could not set the alarm for " + alarm, e);
    }
  }

  private boolean isInCrowd(Instant alarm) throws SchedulerException {
    Instant second = Instant.ofEpochSecond(alarm.getEpochSecond());
    for (TriggerKey crowd : keys(AlarmTriggers.CROWD)) {
      if (AlarmTriggers.second(crowd).equals(second) && alarmsOf(crowd).contains(alarm)) {
        return true;
      }
    }
    return false;
  }

  private List<Instant> alarmsOf(TriggerKey key) throws SchedulerException {
    @Nullable Trigger trigger = scheduler.getTrigger(key);
    return trigger == null ? List.of() : AlarmTriggers.instants(trigger);
  }

  private Set<TriggerKey> keys(String group) throws SchedulerException {
    return scheduler.getTriggerKeys(GroupMatcher.groupEquals(group));
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw failed("could not be closed", e);
    }
  }

  private void schedule(Map<TriggerKey, Trigger> triggers) throws SchedulerException {
    if (!triggers.isEmpty()) {
      scheduler.scheduleJobs(Map.of(ALARM, new HashSet<>(triggers.values())), true);
    }
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

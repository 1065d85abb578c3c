// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns on the agent thread, and one thread aside for the disk. */
final class ThreadTurns implements Turns {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadTurns.class);
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "agent"));
  private final ExecutorService storage =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread one = new Thread(task, "storage");
            one.setDaemon(true);
            return one;
          });

  ThreadTurns() {
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Duration pulse() {
    return PULSE;
  }

  @Override
  public void soon(Runnable event) {
    try {
      thread.execute(event);
    } catch (RejectedExecutionException e) {
      LOG.debug("The agent thread has ended; an event came too late.");
    }
  }

  @Override
  public Later after(Duration time, Runnable event) {
    ScheduledFuture<?> future = thread.schedule(event, time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void withEachPulse(Runnable event) {
    var unused =
        thread.scheduleWithFixedDelay(
            event, PULSE.toNanos(), PULSE.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void aside(Runnable work) {
    try {
      storage.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("The storage thread has ended; it is looked at in the next start.");
    }
  }

  @Override
  public void brokenOff(RuntimeException bug) {
    LOG.error("AGENT_BUG", bug);
  }

  @Override
  public void end() {
    thread.shutdown();
    storage.shutdown();
  }
}

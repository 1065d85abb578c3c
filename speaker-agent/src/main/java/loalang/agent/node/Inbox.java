// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loalang.agent.broker.LinkListener;
import loalang.agent.playback.PlayerListener;
import loalang.agent.playout.Rendering;
import loalang.agent.recordings.RecordingListener;
import loalang.agent.recordings.SlowWork;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.report.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent thread: every event from any other thread is told to the node on this one, in the order
 * of arrival, and so is the passing of time.
 */
public final class Inbox implements LinkListener, PlayerListener, RecordingListener, SlowWork {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final long PULSE_MILLIS = 1_000;

  /** Parts that may wait: past them the newest are dropped and asked for again. */
  private static final int MOST_PARTS = 64;

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "agent"));
  private final ExecutorService storage =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread one = new Thread(task, "storage");
            one.setDaemon(true);
            return one;
          });
  private final CompletableFuture<SpeakerNode> node = new CompletableFuture<>();
  private final AtomicInteger parts = new AtomicInteger();
  private @Nullable ScheduledFuture<?> wake;

  /** An inbox that keeps what it is told until it is opened. */
  public Inbox() {
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** From now on this node hears everything. */
  public void open(SpeakerNode hearer) {
    node.complete(hearer);
    tell(SpeakerNode::begin);
    var unused =
        thread.scheduleWithFixedDelay(
            () -> tell(SpeakerNode::pulse), PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Tells the node on its thread. */
  void tell(Consumer<SpeakerNode> event) {
    try {
      thread.execute(() -> hear(event));
    } catch (RejectedExecutionException e) {
      LOG.debug("The agent thread has ended; an event came too late.");
    }
  }

  private void hear(Consumer<SpeakerNode> event) {
    SpeakerNode hearer = node.join();
    try {
      event.accept(hearer);
      rearm(hearer);
    } catch (RuntimeException e) { // a bug in one event must not deafen the pole
      LOG.error("AGENT_BUG", e);
    }
  }

  private void rearm(SpeakerNode hearer) {
    if (wake != null) {
      wake.cancel(false);
    }
    Instant now = hearer.now();
    hearer
        .nextDeadline()
        .ifPresent(
            at -> {
              long millis = Math.max(1, now.until(at, ChronoUnit.MILLIS) + 1);
              if (millis < PULSE_MILLIS) {
                wake =
                    thread.schedule(
                        () -> tell(SpeakerNode::timePassed), millis, TimeUnit.MILLISECONDS);
              }
            });
  }

  /** No more events; waits for the one being told. */
  void close() {
    thread.shutdown();
    storage.shutdown();
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    try {
      storage.execute(
          () -> {
            T answer = work.get();
            tell(hearer -> then.accept(answer));
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("The storage thread has ended; it is looked at in the next start.");
    }
  }

  @Override
  public void connected() {
    tell(SpeakerNode::connected);
  }

  @Override
  public void disconnected(String why) {
    tell(hearer -> hearer.disconnected(why));
  }

  @Override
  public void order(byte[] payload, Runnable kept) {
    tell(hearer -> hearer.order(payload, kept));
  }

  @Override
  public void plan(byte[] payload, Runnable kept) {
    tell(hearer -> hearer.plan(payload, kept));
  }

  @Override
  public void keyStatement(byte[] payload) {
    tell(hearer -> hearer.keyStatement(payload));
  }

  @Override
  public void timeOffered() {
    tell(SpeakerNode::timeOffered);
  }

  @Override
  public void timeAnswer(byte[] payload, long heardNanos) {
    tell(hearer -> hearer.timeAnswer(payload, heardNanos));
  }

  @Override
  public void acknowledgement(byte[] payload) {
    tell(hearer -> hearer.acknowledgement(payload));
  }

  @Override
  public void audio(Digest recording, byte[] payload) {
    if (parts.incrementAndGet() > MOST_PARTS) {
      parts.decrementAndGet();
      return;
    }
    tell(
        hearer -> {
          parts.decrementAndGet();
          hearer.audio(recording, payload);
        });
  }

  @Override
  public void reportSent(long number, boolean taken) {
    tell(hearer -> hearer.reportSent(number, taken));
  }

  @Override
  public void started(AiringId airing, Instant at) {
    tell(hearer -> hearer.soundStarted(airing, at));
  }

  @Override
  public void progressed(AiringId airing, long framesRendered) {
    tell(hearer -> hearer.soundProgressed(airing, framesRendered));
  }

  @Override
  public void ended(AiringId airing, Rendering rendering) {
    tell(hearer -> hearer.soundEnded(airing, rendering));
  }

  @Override
  public void whole(Digest recording, Path file) {
    tell(hearer -> hearer.recordingWhole(recording, file));
  }

  @Override
  public void lacking(Digest recording, Outcome why) {
    tell(hearer -> hearer.recordingLacking(recording, why));
  }

  @Override
  public void spent(LocalDate day, long bytes) {
    tell(hearer -> hearer.dataSpent(day, bytes));
  }
}

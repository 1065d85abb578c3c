// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loalang.agent.broker.LinkListener;
import loalang.agent.journal.Fact;
import loalang.agent.playback.HearingListener;
import loalang.agent.playback.PlayerListener;
import loalang.agent.playout.Rendering;
import loalang.agent.recordings.RecordingListener;
import loalang.agent.recordings.SlowWork;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * The agent thread: every event from any other thread is told to the node on this one, in the order
 * of arrival, and so is the passing of time.
 */
public final class Inbox
    implements LinkListener, PlayerListener, HearingListener, RecordingListener, SlowWork {
  /** Parts that may wait: past them the newest are dropped and asked for again. */
  private static final int MOST_PARTS = 64;

  private final Turns turns;
  private final CompletableFuture<SpeakerNode> node = new CompletableFuture<>();
  private final AtomicInteger parts = new AtomicInteger();
  private Turns.@Nullable Later wake;

  /** An inbox with a thread of its own that keeps what it is told until it is opened. */
  public Inbox() {
    this(new ThreadTurns());
  }

  /** The same, with turns that somebody else gives. */
  public Inbox(Turns turns) {
    this.turns = turns;
  }

  /** From now on this node hears everything. */
  public void open(SpeakerNode hearer) {
    node.complete(hearer);
    tell(SpeakerNode::begin);
    turns.withEachPulse(() -> tell(SpeakerNode::pulse));
  }

  /** Tells the node on its thread. */
  void tell(Consumer<SpeakerNode> event) {
    turns.soon(() -> hear(event));
  }

  private void hear(Consumer<SpeakerNode> event) {
    SpeakerNode hearer = node.join();
    try {
      event.accept(hearer);
      rearm(hearer);
    } catch (RuntimeException e) { // a bug in one event must not deafen the pole
      turns.brokenOff(e);
    }
  }

  private void rearm(SpeakerNode hearer) {
    if (wake != null) {
      wake.callOff();
    }
    Instant now = hearer.now();
    hearer
        .nextDeadline()
        .ifPresent(
            at -> {
              Duration left = Duration.ofMillis(Math.max(1, now.until(at, ChronoUnit.MILLIS) + 1));
              if (left.compareTo(turns.pulse()) < 0) {
                wake = turns.after(left, () -> tell(SpeakerNode::timePassed));
              }
            });
  }

  /** No more events; waits for the one being told. */
  void close() {
    turns.end();
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    turns.aside(
        () -> {
          T answer = work.get();
          tell(hearer -> then.accept(answer));
        });
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
    tell(hearer -> hearer.note(new Fact.AiringProgressed(airing, framesRendered)));
  }

  @Override
  public void ended(AiringId airing, Rendering rendering) {
    tell(hearer -> hearer.soundEnded(airing, rendering));
  }

  @Override
  public void heard(Report.Heard heard) {
    tell(hearer -> hearer.heard(heard));
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
    tell(hearer -> hearer.note(new Fact.DataSpent(day, bytes)));
  }
}

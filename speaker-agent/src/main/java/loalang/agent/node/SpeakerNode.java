// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import loalang.agent.broker.OfficeLink;
import loalang.agent.journal.Fact;
import loalang.agent.playback.OpusRecording;
import loalang.agent.playback.Player;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Item;
import loalang.agent.playout.Rendering;
import loalang.agent.recordings.Recordings;
import loalang.agent.trust.CommandGate;
import loalang.agent.trust.Verdict;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pole: is told every event on the agent thread, asks the rules, carries out the answer. */
public final class SpeakerNode {
  private static final Logger LOG = LoggerFactory.getLogger(SpeakerNode.class);

  /** After a report was not taken, the broker is left alone for so long. */
  private static final Duration REPORT_PAUSE = Duration.ofSeconds(5);

  private static final int MOST_LOST_ORDERS = 64;

  private final NodeParts parts;
  private final SpeakerId speaker;
  private final OfficeLink link;
  private final Inbox inbox;
  private final CommandGate gate;
  private final Acknowledgements acknowledgements;
  private final Books books;
  private final Recordings recordings;
  private final Health health;
  private final CompletableFuture<byte[]> silent = new CompletableFuture<>();
  private boolean online;
  private boolean stopping;
  private boolean stateChanged;
  private int lostOrders;
  private Instant nextHeartbeat = Instant.MIN;
  private Instant reportsPausedUntil = Instant.MIN;

  /** A pole that hears nothing until its inbox is opened. */
  public SpeakerNode(NodeParts parts, OfficeLink link, Inbox inbox) {
    this.parts = parts;
    this.speaker = parts.identity().station().speaker();
    this.link = link;
    this.inbox = inbox;
    this.gate = new CommandGate(parts.identity().station());
    this.acknowledgements = new Acknowledgements(parts.identity().station());
    this.books = new Books(parts.identity(), parts.journal(), parts.rules(), new Hands());
    this.recordings =
        new Recordings(parts.shelf(), link, () -> ThreadLocalRandom.current().nextDouble(), inbox);
    this.health = new Health(speaker, parts.version(), parts.audioOutput());
  }

  /** Carries effects out once the facts behind them are in the journal. */
  private final class Hands implements Effect.Hands {
    @Override
    public void say(Report report) {
      parts.lines().say(report);
    }

    @Override
    public void fetch(RecordingRef recording) {
      recordings.need(recording, books.playout().recordings(), now());
    }

    @Override
    public void begin(Effect.Begin begin) {
      Path file = recordings.file(begin.recording().digest());
      parts.player().play(new Player.Task(begin.airing(), file, begin.framesDue()), inbox);
    }

    @Override
    public void halt(AiringId airing) {
      parts.player().halt(airing);
    }

    @Override
    public void over(AiringId airing) {
      LOG.debug("speaker={} airing={} over", speaker, airing);
    }
  }

  Instant now() {
    return parts.clock().instant();
  }

  /** First event: what the journal told is taken up again. */
  void begin() {
    parts.player().setGain(books.memory().gain());
    for (Memory.Begun one : books.memory().brokenOff()) {
      long rendered = Math.min(one.framesRendered(), one.framesDue());
      Report.Ended ended =
          new Report.Ended(one.airing(), Outcome.PARTIAL, one.framesDue(), rendered, now());
      books.happened((playout, at) -> Change.of(playout.brokenOff(ended, at)), now());
    }
    var waiting = books.memory().waiting();
    books.happened((playout, at) -> Change.of(playout.resumed(waiting, at)), now());
  }

  void connected() {
    online = true;
    parts.lines().say("online");
    books.outbox().reconnected();
    reportsPausedUntil = Instant.MIN;
    recordings.connected(now());
    publishState();
    sendReports();
  }

  void disconnected(String why) {
    if (online) {
      parts.lines().say("offline: " + why);
    }
    online = false;
  }

  /** Judges an order; it is kept, or thrown away, when this returns. */
  void order(byte[] payload, Runnable kept) {
    Verdict verdict = gate.judge(payload, books.memory().windows(), now());
    if (verdict instanceof Verdict.Unverified unverified) {
      LOG.warn("speaker={} {} an order was thrown away", speaker, unverified.code());
      health.unverified(unverified.code());
      stateChanged = true;
    } else if (verdict instanceof Verdict.Duplicate duplicate) {
      LOG.debug("speaker={} keyId={} copy of {}", speaker, duplicate.signer(), duplicate);
    } else if (books.outbox().isFull()) {
      LOG.error("speaker={} REPORTS_TOO_MANY_WAITING an order was not taken", speaker);
    } else if (verdict instanceof Verdict.Trusted trusted) {
      obey(trusted);
    } else if (verdict instanceof Verdict.Refused refused) {
      LOG.warn("speaker={} keyId={} refused: {}", speaker, refused.signer(), refused.reason());
      books.attempt(
          (playout, at) ->
              Orders.refused(refused.signer(), refused.issued(), refused.reason(), playout),
          now());
    }
    kept.run();
    settled();
  }

  private void obey(Verdict.Trusted trusted) {
    boolean written = books.attempt((playout, at) -> Orders.obeyed(trusted, playout, at), now());
    if (written) {
      parts.player().setGain(books.memory().gain());
    } else if (lostOrders < MOST_LOST_ORDERS) {
      lostOrders++;
      books.happened((playout, at) -> Orders.lost(trusted, playout, at), now());
    }
  }

  void acknowledgement(byte[] payload) {
    acknowledgements
        .through(payload)
        .filter(through -> through > books.outbox().acknowledgedThrough())
        .ifPresent(through -> books.note(new Fact.ReportsAcknowledged(through)));
    sendReports();
  }

  void audio(Digest recording, byte[] payload) {
    recordings.arrived(recording, payload, now());
  }

  void reportSent(long number, boolean taken) {
    if (taken) {
      books.outbox().delivered(number);
    } else {
      books.outbox().undelivered(number);
      reportsPausedUntil = now().plus(REPORT_PAUSE);
    }
    sendReports();
  }

  void recordingWhole(Digest recording, Path file) {
    try {
      long frames = OpusRecording.framesIn(file);
      books.happened((playout, at) -> Change.of(playout.ready(recording, frames, at)), now());
    } catch (ProblemException e) {
      LOG.warn("speaker={} recording={} {}", speaker, recording, e.problem());
      recordingLacking(recording, Outcome.FAILED_RECORDING_UNREADABLE);
    }
    settled();
  }

  void recordingLacking(Digest recording, Outcome why) {
    books.happened((playout, at) -> Change.of(playout.lacking(recording, why, at)), now());
    settled();
  }

  void soundStarted(AiringId airing, Instant at) {
    books.happened((playout, when) -> Change.of(playout.started(airing, at)), now());
    settled();
  }

  void soundProgressed(AiringId airing, long framesRendered) {
    books.note(new Fact.AiringProgressed(airing, framesRendered));
  }

  void soundEnded(AiringId airing, Rendering rendering) {
    books.happened((playout, at) -> Change.of(playout.ended(airing, rendering, at)), now());
    if (stopping) {
      finish();
    } else {
      settled();
    }
  }

  void timePassed() {
    Instant now = now();
    if (books.catchUp(now)) {
      lostOrders = 0;
      books.attempt((playout, at) -> Change.of(playout.tick(at)), now);
    }
    if (online) {
      recordings.ask(now);
    }
    settled();
  }

  void pulse() {
    timePassed();
    if (online && (stateChanged || !now().isBefore(nextHeartbeat))) {
      publishState();
    }
  }

  Optional<Instant> nextDeadline() {
    return Stream.of(books.playout().nextDeadline(now()), recordings.nextAsk())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private void settled() {
    recordings.keepOnly(books.playout().recordings());
    sendReports();
  }

  private void sendReports() {
    if (online && !now().isBefore(reportsPausedUntil)) {
      books
          .outbox()
          .take()
          .forEach(one -> link.publishReport(one.number(), one.envelope().toArray()));
    }
  }

  private void publishState() {
    stateChanged = false;
    nextHeartbeat = now().plus(parts.heartbeat());
    link.publishState(health.state(Link.ONLINE, now(), books.outbox().size()));
  }

  /**
   * Ends the pole's day: what sounds is halted and reported, nothing begins any more.
   *
   * @return the last state to publish, when it is silent
   */
  public CompletableFuture<byte[]> stop() {
    inbox.tell(SpeakerNode::halt);
    return silent;
  }

  private void halt() {
    stopping = true;
    books.close();
    Optional<Item> sounding = books.playout().soundingItem();
    if (sounding.isPresent()) {
      parts.player().halt(sounding.get().airing());
    } else {
      finish();
    }
  }

  private void finish() {
    sendReports();
    parts.lines().say("stopped");
    silent.complete(health.state(Link.STOPPED, now(), books.outbox().size()));
    inbox.close();
  }
}

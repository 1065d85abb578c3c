// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import loalang.agent.broker.OfficeLink;
import loalang.agent.clock.NodeClock;
import loalang.agent.journal.Fact;
import loalang.agent.playback.Player;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Item;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;

/** The pole: is told every event on the agent thread, asks the rules, carries out the answer. */
public final class SpeakerNode {
  private final NodeParts parts;
  private final NodeClock clock;
  private final OfficeLink link;
  private final Inbox inbox;
  private final Trust trust;
  private final Books books;
  private final Health health;
  private final OrderDesk orders;
  private final PlanDesk plans;
  private final KeyDesk keys;
  private final ClockDesk time;
  private final ReportDesk reports;
  private final Library library;
  private final CompletableFuture<byte[]> silent = new CompletableFuture<>();
  private boolean stopping;
  private boolean withoutClock;
  private Instant nextHeartbeat = Instant.MIN;
  private Instant lookedAt = Instant.MIN; // what fell due since then is still to be seen to

  /** A pole that hears nothing until its inbox is opened. */
  public SpeakerNode(NodeParts parts, OfficeLink link, Inbox inbox) {
    this.parts = parts;
    this.clock = parts.clock();
    this.link = link;
    this.inbox = inbox;
    this.trust = new Trust(parts.identity().station(), parts.ring());
    this.withoutClock = !clock.isKnown();
    this.books = new Books(parts.identity(), parts.journal(), clock, new Hands());
    books.rule(ReleaseWatch.rules(parts, books.memory().standing()));
    this.health = new Health(parts);
    this.orders = new OrderDesk(parts, trust, books, health);
    this.plans = new PlanDesk(parts, trust, books, health);
    this.keys = new KeyDesk(parts, trust, books, this::otherKeys);
    this.time = new ClockDesk(parts, link, trust);
    this.reports = new ReportDesk(books, link, clock);
    this.library = new Library(parts, link, inbox, books.memory().standing());
    orders.consult(library::framesOf);
    orders.testBy(new SelfTestDesk(parts, inbox, books, library, plans)::begin);
  }

  /** Carries effects out once the facts behind them are in the journal. */
  private final class Hands implements Effect.Hands {
    @Override
    public void say(Report report) {
      parts.lines().say(report);
    }

    @Override
    public void fetch(RecordingRef recording) {
      library.wanted(recording.digest());
    }

    @Override
    public void begin(Effect.Begin begin) {
      Path file = library.file(begin.recording().digest());
      long at = clock.nanosAt(begin.at());
      parts.player().play(new Player.Task(begin.airing(), file, begin.framesDue(), at), inbox);
    }

    @Override
    public void halt(AiringId airing) {
      parts.player().halt(airing);
    }

    @Override
    public void over(AiringId airing) {
      library.changed();
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** First event: what the journal told is taken up again. */
  void begin() {
    library.disconnected();
    for (Memory.Begun one : books.memory().brokenOff()) {
      Report.Ended ended = one.ended(now());
      books.happened((playout, at) -> Change.of(playout.brokenOff(ended, at)), now());
    }
    var waiting = books.memory().waiting();
    books.happened((playout, at) -> Change.of(playout.resumed(waiting, at)), now());
    keys.begin();
    plans.begin();
    timePassed();
  }

  void connected() {
    parts.lines().say("online");
    reports.connected();
    library.connected();
    publishState();
    settled();
  }

  void disconnected(String why) {
    if (reports.isOnline()) {
      parts.lines().say("offline: " + why);
    }
    reports.disconnected();
    library.disconnected();
    time.disconnected();
  }

  /** Judges an order; it is kept, thrown away, or held for the clock when this returns. */
  void order(byte[] payload, Runnable kept) {
    if (!stopping) { // it comes again in the next start
      orders.order(payload, kept);
      settled();
    }
  }

  /** Judges a plan; it is kept, thrown away, or waits for the disk when this returns. */
  void plan(byte[] payload, Runnable kept) {
    plans.arrived(payload);
    kept.run();
    library.changed();
    timePassed();
  }

  void keyStatement(byte[] payload) {
    keys.stated(payload, health);
    settled();
  }

  private void otherKeys() {
    plans.keysChanged();
    library.changed();
    link.hearAgain(); // what these keys sign was thrown away if it came before them
  }

  void timeOffered() {
    time.offered();
  }

  void timeAnswer(byte[] payload, long heardNanos) {
    time.answered(payload, heardNanos, health);
    timePassed();
  }

  void acknowledgement(byte[] payload) {
    trust.word().acknowledged(payload).ifPresent(reports::stored);
  }

  void audio(Digest recording, byte[] payload) {
    library.arrived(recording, payload);
  }

  void reportSent(long number, boolean taken) {
    reports.sent(number, taken);
  }

  void recordingWhole(Digest recording, Path file) {
    if (books.playout().recordings().contains(recording)) {
      library.count(recording, file);
    }
    timePassed(); // its place is free for the next
  }

  void recordingReady(Digest recording, long frames) {
    books.happened((playout, at) -> Change.of(playout.ready(recording, frames, at)), now());
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

  void heard(Report.Heard report) {
    books.said(report, now());
    reports.send();
  }

  void note(Fact fact) {
    books.note(fact);
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
    if (stopping) {
      return;
    }
    if (withoutClock && clock.isKnown()) {
      findTheTime();
    }
    orders.timePassed();
    keys.timePassed(health);
    if (plans.timePassed()) {
      library.changed();
    }
    lookedAt = now();
    if (books.attempt((playout, at) -> Change.of(playout.tick(at)), now())) {
      orders.caughtUp();
    }
    library.timePassed();
    time.timePassed(books.playout().nextStart());
    reports.timePassed();
    settled();
    plans.tellReadiness(library);
    reports.send();
  }

  /** What waits by its order and what is planned for now has had no clock to go by. */
  private void findTheTime() {
    withoutClock = false;
    parts.lines().say("knows the time: " + now());
    plans.timePassed();
    books.happened((playout, at) -> Change.of(playout.clockFound(at)), now());
  }

  void pulse() {
    timePassed();
    if (reports.isOnline() && (health.isNews() || !now().isBefore(nextHeartbeat))) {
      publishState();
    }
  }

  Optional<Instant> nextDeadline() {
    return Stream.of(books.playout().nextDeadline(lookedAt), library.nextAsk(), time.nextAsk())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private void settled() {
    parts.player().setGain(parts.gainByHour().at(now(), books.memory().volume()));
    library.demand(books.playout().presentItems(), plans.book().toCome(now()));
    reports.send();
  }

  private void publishState() {
    nextHeartbeat = now().plus(parts.heartbeat());
    link.publishState(health.state(Link.ONLINE, now(), books));
  }

  /** Ends the day; the last state to publish, when what sounded is halted and reported. */
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
    reports.send();
    parts.lines().say("stopped");
    silent.complete(health.state(Link.STOPPED, now(), books));
    inbox.close();
  }
}

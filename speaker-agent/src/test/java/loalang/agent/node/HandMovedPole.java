// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.broker.OfficeLink;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.playback.Loudspeaker;
import loalang.agent.playback.Player;
import loalang.agent.playback.PlayerListener;
import loalang.agent.playback.SilentProbe;
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.Rendering;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.Station;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Machine;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** A whole pole whose time, line and loudspeaker a test moves by hand. */
final class HandMovedPole implements Turns, Loudspeaker, OfficeLink {
  static final CommuneId COMMUNE = new CommuneId("ha-dong");
  static final PagingZone ZONE = new PagingZone("thon-ba");

  final Deque<Runnable> events = new ArrayDeque<>();
  final Deque<Runnable> aside = new ArrayDeque<>();
  final List<AiringId> halted = new ArrayList<>();
  final List<byte[]> states = new ArrayList<>();
  final List<Player.Task> played = new ArrayList<>();
  final SigningKey office;
  final Path directory;
  Instant now;
  Instant wakeAt = Instant.MAX;
  Runnable wake = () -> {};
  int hearsAgain;
  Machine machine = Machine.SILENT;
  Rendering sounds = new Rendering(Outcome.PLAYED, SilentProbe.FRAMES, SilentProbe.FRAMES);
  Gain gain = Gain.CALIBRATED;
  private final List<NumberedReport> reports = new ArrayList<>();
  private final SigningKey own;
  private final Identity self;
  private final Journal journal;
  private final Inbox inbox = new Inbox(this);

  /** A pole that has just begun. */
  HandMovedPole(Path directory, Instant now) {
    this(directory, now, SigningKey.generate(), SigningKey.generate());
  }

  private HandMovedPole(Path directory, Instant now, SigningKey office, SigningKey own) {
    this.directory = directory;
    this.now = now;
    this.office = office;
    this.own = own;
    this.self =
        new Identity(
            own,
            new Station(
                new SpeakerId("loa-mot"),
                COMMUNE,
                Set.of(ZONE),
                List.of(new TrustedKey(office.verifyKey(), Issuer.COMMUNE))),
            office.verifyKey(),
            new BrokerAddress("127.0.0.1", 1_883, null),
            "secret");
    this.journal = Journal.open(directory.resolve("journal"));
    inbox.open(new SpeakerNode(parts(directory), this, inbox));
  }

  /** Its power is gone; the same pole when it comes back. */
  HandMovedPole backAt(Instant then) {
    journal.close();
    return new HandMovedPole(directory, then, office, own);
  }

  /** Where events are told. */
  Inbox inbox() {
    return inbox;
  }

  /** Everything that is to happen happens. */
  void happen() {
    while (!events.isEmpty()) {
      events.remove().run();
    }
  }

  /** What takes long is done. */
  void doAside() {
    while (!aside.isEmpty()) {
      aside.remove().run();
    }
    happen();
  }

  /** What was reported so far since this was asked last. */
  List<Report> reported() {
    List<Report> all = reports.stream().map(NumberedReport::report).toList();
    reports.clear();
    return all;
  }

  /** What kinds of things were reported since this was asked last. */
  List<String> told() {
    List<String> kinds =
        reports.stream().map(one -> one.report().getClass().getSimpleName()).toList();
    reports.clear();
    return kinds;
  }

  private NodeParts parts(Path directory) {
    return new NodeParts(
        self,
        "test",
        "none",
        Duration.ofHours(1),
        PlayoutRules.DEFAULT,
        false,
        new NodeClock(() -> now, () -> 0, true),
        KeyRing.of(self.station().trusted()),
        new KeyRingStore(directory),
        journal,
        this,
        new Recordings.Shelf(
            directory.resolve("recordings"),
            1,
            () -> 1,
            1,
            PlayoutRules.DEFAULT.quietHours().zone()),
        new PlanShelf(directory.resolve("plans")),
        new Body(() -> machine, List::of, heard -> heard.accept(sounds), true),
        HourlyGain.LEVEL,
        new Random(1),
        new LifeLines(
            new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            self.station().speaker()));
  }

  @Override
  public Duration pulse() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void soon(Runnable event) {
    events.add(event);
  }

  @Override
  public Later after(Duration time, Runnable event) {
    wakeAt = now.plus(time);
    wake = event;
    return () -> wakeAt = Instant.MAX;
  }

  @Override
  public void withEachPulse(Runnable event) {}

  @Override
  public void aside(Runnable work) {
    aside.add(work);
  }

  @Override
  public void brokenOff(RuntimeException bug) {
    throw bug;
  }

  @Override
  public void end() {}

  @Override
  public void setGain(Gain now) {
    gain = now;
  }

  @Override
  public void play(Player.Task task, PlayerListener listener) {
    played.add(task);
  }

  @Override
  public void halt(AiringId airing) {
    halted.add(airing);
  }

  @Override
  public void publishReport(long number, byte[] envelope) {
    Opened opened =
        new EnvelopeVerifier(List.of(self.key().verifyKey())).open(MessageType.REPORT, envelope);
    byte[] payload = ((Opened.Genuine) opened).payload();
    reports.add(((Decoded.Understood<NumberedReport>) Wire.REPORT.decode(payload)).value());
    events.add(() -> inbox.reportSent(number, true));
  }

  @Override
  public void publishState(byte[] state) {
    states.add(state);
  }

  @Override
  public void hearAgain() {
    hearsAgain++;
  }

  @Override
  public void askTime(ClockQuestion question) {}

  @Override
  public void listenTo(Digest recording) {}

  @Override
  public void want(Want want) {}

  @Override
  public void ignore(Digest recording) {}
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.Station;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pole told the time by hand, found by simulation to oversleep the beginning of quiet hours. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WakingTest implements Turns, Loudspeaker, OfficeLink {
  private static final Instant NINE_PM = Instant.parse("2026-11-23T14:00:00Z");
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final PagingZone ZONE = new PagingZone("thon-ba");
  private static final AiringId NEWS = new AiringId("ban-tin-toi");
  private static final SigningKey OFFICE = SigningKey.generate();

  private final Deque<Runnable> events = new ArrayDeque<>();
  private final List<AiringId> halted = new ArrayList<>();
  private Instant now = NINE_PM.minusSeconds(30);
  private Instant wakeAt = Instant.MAX;
  private Runnable wake = () -> {};

  @Test
  void an_event_at_the_beginning_of_quiet_hours_does_not_put_off_the_silence(
      @TempDir Path directory) {
    // Given a programme on the air shortly before nine
    Inbox inbox = new Inbox(this);
    SpeakerNode node = new SpeakerNode(parts(directory), this, inbox);
    inbox.open(node);
    inbox.order(news(), () -> {});
    inbox.tell(one -> one.recordingReady(Digest.of(new byte[1]), 48_000 * 60));
    happen();
    assertEquals(NINE_PM, wakeAt.truncatedTo(ChronoUnit.SECONDS));

    // When something that changes nothing comes just when quiet hours have begun
    now = NINE_PM.plusNanos(500_000);
    inbox.progressed(NEWS, 48_000);
    happen();

    // Then the pole wakes at once, and not with the next pulse
    assertTrue(wakeAt.isBefore(NINE_PM.plusMillis(10)), () -> "wakes at " + wakeAt);
    now = wakeAt;
    wake.run();
    happen();
    assertEquals(List.of(NEWS), halted);
  }

  private void happen() {
    while (!events.isEmpty()) {
      events.remove().run();
    }
  }

  private static byte[] news() {
    RecordingRef recording = new RecordingRef(Digest.of(new byte[1]), 9, Duration.ofSeconds(60));
    Instant start = NINE_PM.minusSeconds(30);
    Order play = new Order.Play(NEWS, recording, start, start.plusSeconds(60), Priority.ROUTINE);
    Warrant warrant =
        new Warrant(
            1,
            Issuer.COMMUNE,
            COMMUNE,
            Set.of(ZONE),
            start.minusSeconds(60),
            start.plusSeconds(60));
    return new EnvelopeSigner(OFFICE)
        .seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, play)));
  }

  private NodeParts parts(Path directory) {
    Identity self =
        new Identity(
            SigningKey.generate(),
            new Station(
                new SpeakerId("loa-mot"),
                COMMUNE,
                Set.of(ZONE),
                List.of(new TrustedKey(OFFICE.verifyKey(), Issuer.COMMUNE))),
            OFFICE.verifyKey(),
            new BrokerAddress("127.0.0.1", 1_883, null),
            "secret");
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
        Journal.open(directory.resolve("journal")),
        this,
        new Recordings.Shelf(
            directory.resolve("recordings"),
            1,
            () -> 1,
            1,
            PlayoutRules.DEFAULT.quietHours().zone()),
        new PlanShelf(directory.resolve("plans")),
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
  public void aside(Runnable work) {}

  @Override
  public void brokenOff(RuntimeException bug) {
    throw bug;
  }

  @Override
  public void end() {}

  @Override
  public void setGain(Gain gain) {}

  @Override
  public void play(Player.Task task, PlayerListener listener) {}

  @Override
  public void halt(AiringId airing) {
    halted.add(airing);
  }

  @Override
  public void publishReport(long number, byte[] envelope) {}

  @Override
  public void publishState(byte[] state) {}

  @Override
  public void askTime(ClockQuestion question) {}

  @Override
  public void listenTo(Digest recording) {}

  @Override
  public void want(Want want) {}

  @Override
  public void ignore(Digest recording) {}
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import loalang.agent.playback.SilentProbe;
import loalang.agent.playout.Rendering;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.report.SelfCheck.Finding;
import loalang.protocol.state.Machine;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pole that is told how loud to be, and to look itself over. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SelfTestTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final Instant AT_NIGHT = Instant.parse("2026-11-23T15:00:00Z");
  private static final Volume SOFT_EARLY =
      new Volume(
          new Gain(-3),
          List.of(
              new Volume.Hours(LocalTime.of(12, 0), LocalTime.of(13, 0), new Gain(-12)),
              new Volume.Hours(LocalTime.of(21, 0), LocalTime.of(5, 30), new Gain(-20))));

  private final Path directory;
  private long sequence;

  SelfTestTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private HandMovedPole pole(Instant now) throws IOException {
    Files.createDirectory(directory.resolve("identity"));
    HandMovedPole pole = new HandMovedPole(directory, now);
    pole.inbox().connected();
    pole.happen();
    return pole;
  }

  private void order(HandMovedPole pole, Order order) {
    Warrant warrant =
        new Warrant(
            ++sequence,
            Issuer.COMMUNE,
            HandMovedPole.COMMUNE,
            Set.of(HandMovedPole.ZONE),
            pole.now.minusSeconds(60),
            pole.now.plusSeconds(60));
    byte[] signed =
        new EnvelopeSigner(pole.office)
            .seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, order)));
    pole.inbox().order(signed, () -> {});
    pole.happen();
  }

  private static Report.SelfTested tested(HandMovedPole pole) {
    pole.doAside();
    return (Report.SelfTested) pole.reported().get(0);
  }

  private static SelfCheck found(Report.SelfTested tested, String check) {
    return tested.checks().stream()
        .filter(one -> one.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_pole_says_what_it_really_found() throws IOException {
    // Given
    HandMovedPole pole = pole(NOON);
    pole.machine = new Machine(83.4, true);

    // When
    order(pole, new Order.SelfTest());
    Report.SelfTested tested = tested(pole);

    // Then
    assertEquals(1, tested.sequence());
    assertEquals(
        SelfCheck.measured(SelfCheck.SOUND, true, SilentProbe.FRAMES, SilentProbe.FRAMES),
        found(tested, SelfCheck.SOUND));
    assertEquals(
        SelfCheck.measured(SelfCheck.TEMPERATURE, false, 83, 80L),
        found(tested, SelfCheck.TEMPERATURE));
    assertEquals(Finding.BAD, found(tested, SelfCheck.UNDER_VOLTAGE).finding());
    assertEquals(
        SelfCheck.measured(SelfCheck.RECORDINGS, true, 0, 0L), found(tested, SelfCheck.RECORDINGS));
    assertEquals(1L, found(tested, SelfCheck.AMPLIFIER).measured());
    assertEquals(SelfCheck.left(SelfCheck.CLOCK, "own-clock"), found(tested, SelfCheck.CLOCK));
  }

  @Test
  void a_device_that_swallows_nothing_is_not_called_good() throws IOException {
    // Given
    HandMovedPole pole = pole(NOON);
    pole.sounds = new Rendering(Outcome.FAILED_NOT_RENDERED, SilentProbe.FRAMES, 100);

    // When
    order(pole, new Order.SelfTest());

    // Then
    assertEquals(
        new SelfCheck(
            SelfCheck.SOUND, Finding.BAD, 100L, SilentProbe.FRAMES, "failed-not-rendered"),
        found(tested(pole), SelfCheck.SOUND));
  }

  @Test
  void in_quiet_hours_the_device_is_left_alone_and_the_rest_is_looked_at() throws IOException {
    // Given
    HandMovedPole pole = pole(AT_NIGHT);

    // When
    order(pole, new Order.SelfTest());
    Report.SelfTested tested = tested(pole);

    // Then
    assertEquals(SelfCheck.left(SelfCheck.SOUND, "quiet-hours"), found(tested, SelfCheck.SOUND));
    assertEquals(Finding.GOOD, found(tested, SelfCheck.RECORDINGS).finding());
  }

  @Test
  void the_volume_it_is_told_holds_by_the_hour_and_over_a_power_cut() throws IOException {
    // Given
    HandMovedPole pole = pole(NOON);

    // When
    order(pole, Order.SetGain.of(SOFT_EARLY));

    // Then
    assertEquals(List.of(new Report.OrderObeyed(1, SOFT_EARLY)), pole.reported());
    assertEquals(new Gain(-12), pole.gain);

    // When
    HandMovedPole again = pole.backAt(AT_NIGHT);
    again.inbox().connected();
    again.happen();

    // Then
    assertEquals(new Gain(-20), again.gain);
    assertEquals(SOFT_EARLY, state(again).volume());
    assertEquals(Machine.SILENT, state(again).machine());
  }

  private static SpeakerState state(HandMovedPole pole) {
    byte[] newest = pole.states.get(pole.states.size() - 1);
    return ((Decoded.Understood<SpeakerState>) Wire.STATE.decode(newest)).value();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
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
class WakingTest {
  private static final Instant NINE_PM = Instant.parse("2026-11-23T14:00:00Z");
  private static final AiringId NEWS = new AiringId("ban-tin-toi");

  @Test
  void an_event_at_the_beginning_of_quiet_hours_does_not_put_off_the_silence(
      @TempDir Path directory) {
    // Given a programme on the air shortly before nine
    HandMovedPole pole = new HandMovedPole(directory, NINE_PM.minusSeconds(30));
    pole.inbox().order(news(pole.office), () -> {});
    pole.inbox().tell(one -> one.recordingReady(Digest.of(new byte[1]), 48_000 * 60));
    pole.happen();
    assertEquals(NINE_PM, pole.wakeAt.truncatedTo(ChronoUnit.SECONDS));

    // When something that changes nothing comes just when quiet hours have begun
    pole.now = NINE_PM.plusNanos(500_000);
    pole.inbox().progressed(NEWS, 48_000);
    pole.happen();

    // Then the pole wakes at once, and not with the next pulse
    assertTrue(pole.wakeAt.isBefore(NINE_PM.plusMillis(10)), () -> "wakes at " + pole.wakeAt);
    pole.now = pole.wakeAt;
    pole.wake.run();
    pole.happen();
    assertEquals(List.of(NEWS), pole.halted);
  }

  private static byte[] news(SigningKey office) {
    RecordingRef recording = new RecordingRef(Digest.of(new byte[1]), 9, Duration.ofSeconds(60));
    Instant start = NINE_PM.minusSeconds(30);
    Order play = new Order.Play(NEWS, recording, start, start.plusSeconds(60), Priority.ROUTINE);
    Warrant warrant =
        new Warrant(
            1,
            Issuer.COMMUNE,
            HandMovedPole.COMMUNE,
            Set.of(HandMovedPole.ZONE),
            start.minusSeconds(60),
            start.plusSeconds(60));
    return new EnvelopeSigner(office)
        .seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, play)));
  }
}

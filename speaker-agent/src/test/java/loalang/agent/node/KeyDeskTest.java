// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loalang.agent.enrolment.KeyRingStore;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pole that is told of other keys, with and without room for them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyDeskTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final SigningKey NEXT = SigningKey.generate();

  private HandMovedPole pole;
  private long sequence;

  @BeforeEach
  void a_pole(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("identity"));
    pole = new HandMovedPole(directory, NOON);
    pole.inbox().connected();
    pole.happen();
  }

  @Test
  void whoever_obeys_other_keys_hears_again_what_they_signed_before_they_were_known() {
    // When
    pole.inbox().keyStatement(statement(1, pole.office, NEXT));
    pole.happen();

    // Then
    assertEquals(1, pole.hearsAgain);
    assertEquals(List.of("KeysAdopted"), pole.told());
    pole.inbox().keyStatement(statement(1, pole.office, NEXT));
    pole.happen();
    assertEquals(1, pole.hearsAgain, "a copy is no news, or this would never end");
  }

  @Test
  void while_the_disk_takes_no_keys_the_old_ones_hold_and_the_office_is_told() throws IOException {
    // Given a disk that takes no keys
    Path inTheWay = Files.createDirectory(pole.directory.resolve("identity/keys.new"));
    Path inside = Files.writeString(inTheWay.resolve("full"), "");

    // When
    pole.inbox().keyStatement(statement(1, NEXT));
    pole.inbox().tell(SpeakerNode::pulse);
    pole.happen();

    // Then
    assertEquals("KEYS_NOT_STORED", trouble());
    assertEquals(List.of(), pole.told(), "nothing is adopted that a restart would forget");
    assertEquals("OrderObeyed", obeyed(pole.office));
    assertEquals("", obeyed(NEXT));

    // Then, when there is room
    Files.delete(inside);
    Files.delete(inTheWay);
    pole.now = NOON.plusSeconds(11);
    pole.inbox().tell(SpeakerNode::pulse);
    pole.happen();
    assertEquals(List.of("KeysAdopted"), pole.told());
    assertNull(trouble());
    assertEquals("", obeyed(pole.office));
    assertEquals("OrderObeyed", obeyed(NEXT));
    assertEquals(
        1, new KeyRingStore(pole.directory).load(List.of()).level(Issuer.COMMUNE).edition());
  }

  private @Nullable String trouble() {
    byte[] last = pole.states.get(pole.states.size() - 1);
    return ((Decoded.Understood<SpeakerState>) Wire.STATE.decode(last)).value().trouble();
  }

  /** What the pole says to an order of that key; nothing if it does not obey it. */
  private String obeyed(SigningKey by) {
    pole.told();
    Warrant warrant =
        new Warrant(
            ++sequence,
            Issuer.COMMUNE,
            HandMovedPole.COMMUNE,
            Set.of(HandMovedPole.ZONE),
            NOON.minusSeconds(60),
            NOON.plus(Duration.ofHours(1)));
    Order lift = new Order.Silence(Instant.EPOCH);
    byte[] order = Wire.ORDER.encode(new IssuedOrder(warrant, lift));
    pole.inbox().order(new EnvelopeSigner(by).seal(MessageType.ORDER, order), () -> {});
    pole.happen();
    return String.join(",", pole.told());
  }

  private byte[] statement(long edition, SigningKey... keys) {
    List<TrustedKey> all =
        Arrays.stream(keys).map(key -> new TrustedKey(key.verifyKey(), Issuer.COMMUNE)).toList();
    KeyStatement statement = new KeyStatement(HandMovedPole.COMMUNE, Issuer.COMMUNE, edition, all);
    return new EnvelopeSigner(pole.office)
        .seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.UnverifiedReason;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandGateTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final SpeakerId SELF = new SpeakerId("loa-thon-ba");
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final SigningKey COMMUNE_KEY = SigningKey.generate();
  private static final SigningKey PROVINCE_KEY = SigningKey.generate();

  private final CommandGate gate =
      new CommandGate(
          new Station(
              SELF,
              COMMUNE,
              Set.of(new PagingZone("thon-ba"), new PagingZone("cho")),
              List.of(
                  new TrustedKey(COMMUNE_KEY.verifyKey(), Issuer.COMMUNE),
                  new TrustedKey(PROVINCE_KEY.verifyKey(), Issuer.PROVINCE))));

  private static Warrant warrant(Issuer issuer, String commune, String zone, Instant begins) {
    return new Warrant(
        7,
        issuer,
        new CommuneId(commune),
        Set.of(new PagingZone(zone)),
        begins,
        begins.plus(Duration.ofMinutes(10)));
  }

  private static Warrant goodWarrant() {
    return warrant(Issuer.COMMUNE, "ha-dong", "thon-ba", NOON.minusSeconds(60));
  }

  private static byte[] sealed(SigningKey key, Warrant warrant) {
    IssuedOrder issued = new IssuedOrder(warrant, new Order.Stop(new AiringId("ban-tin")));
    return new EnvelopeSigner(key).seal(MessageType.ORDER, Wire.ORDER.encode(issued));
  }

  private Verdict judged(byte[] envelope) {
    return gate.judge(envelope, ReplayWindows.EMPTY, NOON);
  }

  @Test
  void a_good_order_is_trusted() {
    // When
    Verdict verdict = judged(sealed(COMMUNE_KEY, goodWarrant()));

    // Then
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict);
    assertEquals(COMMUNE_KEY.verifyKey().id(), trusted.signer());
    assertEquals(goodWarrant(), trusted.issued().warrant());
  }

  @ParameterizedTest(name = "{0} for {1}, begins {2} s from now: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COMMUNE  | nam-dinh/thon-ba         |  -60 | OTHER_COMMUNE
          COMMUNE  | ha-dong/thon-hai         |  -60 | OTHER_ZONE
          COMMUNE  | ha-dong/node-loa-thon-tu |  -60 | OTHER_ZONE
          PROVINCE | ha-dong/thon-ba          |  -60 | ISSUER_NOT_ALLOWED
          CENTRE   | ha-dong/cho              |  -60 | ISSUER_NOT_ALLOWED
          COMMUNE  | ha-dong/thon-ba          |    1 | NOT_YET_VALID
          COMMUNE  | ha-dong/thon-ba          | -600 | EXPIRED
          COMMUNE  | ha-dong/thon-ba          | -601 | EXPIRED
          """)
  void a_genuine_order_is_refused_by_the_first_rule_it_breaks(
      Issuer issuer, String address, long beginsInSeconds, RefusalReason reason) {
    // Given
    String[] communeAndZone = address.split("/", 2);
    Warrant warrant =
        warrant(issuer, communeAndZone[0], communeAndZone[1], NOON.plusSeconds(beginsInSeconds));

    // When
    Verdict verdict = judged(sealed(COMMUNE_KEY, warrant));

    // Then
    assertEquals(reason, assertInstanceOf(Verdict.Refused.class, verdict).reason());
  }

  @ParameterizedTest(name = "{0} for {1}, begins {2} s from now")
  @CsvSource({
    "COMMUNE,  thon-ba,            0",
    "COMMUNE,  cho,              -599",
    "COMMUNE,  node-loa-thon-ba,  -60",
    "PROVINCE, thon-ba,           -60"
  })
  void an_order_at_the_edge_of_the_rules_is_trusted(Issuer issuer, String zone, long begins) {
    // Given
    Warrant warrant = warrant(issuer, "ha-dong", zone, NOON.plusSeconds(begins));

    // When
    Verdict verdict = judged(sealed(PROVINCE_KEY, warrant));

    // Then
    assertInstanceOf(Verdict.Trusted.class, verdict);
  }

  @Test
  void a_stranger_is_not_heard() {
    assertUnverified(
        UnverifiedReason.ENVELOPE_UNKNOWN_KEY, sealed(SigningKey.generate(), goodWarrant()));
  }

  @Test
  void every_altered_byte_of_the_signed_part_is_noticed() {
    byte[] good = sealed(COMMUNE_KEY, goodWarrant());
    int signedPart = new String(good, StandardCharsets.US_ASCII).lastIndexOf('.');
    for (int i = 0; i < signedPart; i++) {
      byte[] altered = good.clone();
      altered[i] = (byte) (altered[i] == 'A' ? 'B' : 'A');
      assertInstanceOf(Verdict.Unverified.class, judged(altered), "byte " + i);
    }
  }

  @Test
  void another_kind_of_message_never_passes_as_an_order() {
    // Given
    byte[] payload =
        Wire.ORDER.encode(new IssuedOrder(goodWarrant(), new Order.Stop(new AiringId("bai"))));
    byte[] envelope = new EnvelopeSigner(COMMUNE_KEY).seal(MessageType.REPORT, payload);

    // Then
    assertUnverified(UnverifiedReason.ENVELOPE_WRONG_TYPE, envelope);
  }

  @Test
  void an_unsigned_order_is_noise() {
    byte[] bare =
        Wire.ORDER.encode(new IssuedOrder(goodWarrant(), new Order.Stop(new AiringId("bai"))));
    assertUnverified(UnverifiedReason.ENVELOPE_MALFORMED, bare);
    assertUnverified(UnverifiedReason.ENVELOPE_MALFORMED, new byte[0]);
    assertUnverified(UnverifiedReason.ENVELOPE_TOO_LARGE, new byte[70_000]);
  }

  @Test
  void a_signed_order_of_an_unknown_kind_is_counted_and_not_obeyed() {
    // Given
    String text =
        new String(
            Wire.ORDER.encode(new IssuedOrder(goodWarrant(), new Order.Stop(new AiringId("bai")))),
            StandardCharsets.UTF_8);
    byte[] unknown = text.replace("\"stop\"", "\"dance\"").getBytes(StandardCharsets.UTF_8);

    // When
    Verdict verdict = judged(new EnvelopeSigner(COMMUNE_KEY).seal(MessageType.ORDER, unknown));

    // Then
    assertEquals(new Verdict.Unverified(CommandGate.ORDER_MALFORMED), verdict);
  }

  @Test
  void a_copy_is_passed_over_even_when_it_would_be_refused() {
    // Given
    ReplayWindows judged = ReplayWindows.EMPTY.with(COMMUNE_KEY.verifyKey().id(), 7);
    Warrant expired = warrant(Issuer.COMMUNE, "ha-dong", "thon-ba", NOON.minusSeconds(9_000));

    // Then
    Verdict.Duplicate copy = new Verdict.Duplicate(COMMUNE_KEY.verifyKey().id(), 7);
    assertEquals(copy, gate.judge(sealed(COMMUNE_KEY, goodWarrant()), judged, NOON));
    assertEquals(copy, gate.judge(sealed(COMMUNE_KEY, expired), judged, NOON));
  }

  @Test
  void each_key_counts_for_itself() {
    // Given
    ReplayWindows judged = ReplayWindows.EMPTY.with(COMMUNE_KEY.verifyKey().id(), 7);

    // When
    Verdict verdict = gate.judge(sealed(PROVINCE_KEY, goodWarrant()), judged, NOON);

    // Then
    assertInstanceOf(Verdict.Trusted.class, verdict);
  }

  private void assertUnverified(UnverifiedReason why, byte[] envelope) {
    assertEquals(new Verdict.Unverified(why.name()), judged(envelope));
  }
}

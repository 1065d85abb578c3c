// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static loalang.protocol.envelope.UnverifiedReason.ENVELOPE_BAD_SIGNATURE;
import static loalang.protocol.envelope.UnverifiedReason.ENVELOPE_MALFORMED;
import static loalang.protocol.envelope.UnverifiedReason.ENVELOPE_TOO_LARGE;
import static loalang.protocol.envelope.UnverifiedReason.ENVELOPE_UNKNOWN_KEY;
import static loalang.protocol.envelope.UnverifiedReason.ENVELOPE_WRONG_TYPE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvelopeTest {
  // RFC 8037, appendix A.1: the published test key, worthless as a secret.
  private static final SigningKey OFFICE =
      SigningKey.ofSecretJwk(
          """
          {"kty":"OKP","crv":"Ed25519",
           "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
           "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
          """);
  private static final byte[] PAYLOAD = "{\"đọc\":true}".getBytes(UTF_8);

  private final EnvelopeVerifier verifier = new EnvelopeVerifier(List.of(OFFICE.verifyKey()));

  @Test
  void a_key_is_named_by_its_published_thumbprint() {
    // RFC 8037, appendix A.3
    assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", OFFICE.verifyKey().id().toString());
  }

  @Test
  void a_genuine_envelope_gives_back_the_signed_bytes_and_who_signed() {
    Opened opened = verifier.open(MessageType.ORDER, sealed());

    Opened.Genuine genuine = assertInstanceOf(Opened.Genuine.class, opened);
    assertArrayEquals(PAYLOAD, genuine.payload());
    assertEquals(OFFICE.verifyKey().id(), genuine.signer());
  }

  @Test
  void signing_the_same_bytes_twice_gives_the_same_envelope() {
    assertArrayEquals(sealed(), sealed());
  }

  @Test
  void every_single_altered_character_is_found_out() {
    byte[] sealed = sealed();
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] = altered[i] == 'A' ? (byte) 'B' : (byte) 'A';
      assertInstanceOf(
          Opened.Unverified.class, verifier.open(MessageType.ORDER, altered), "character " + i);
    }
  }

  @Test
  void an_altered_payload_has_a_bad_signature() {
    String[] parts = new String(sealed(), US_ASCII).split("\\.", -1);
    String other =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"đọc\":false}".getBytes(UTF_8));
    String forged = parts[0] + "." + other + "." + parts[2];

    assertEquals(
        new Opened.Unverified(ENVELOPE_BAD_SIGNATURE),
        verifier.open(MessageType.ORDER, forged.getBytes(US_ASCII)));
  }

  @Test
  void a_stranger_s_signature_is_an_unknown_key() {
    byte[] theirs = new EnvelopeSigner(SigningKey.generate()).seal(MessageType.ORDER, PAYLOAD);

    assertEquals(
        new Opened.Unverified(ENVELOPE_UNKNOWN_KEY), verifier.open(MessageType.ORDER, theirs));
  }

  @Test
  void an_acknowledgement_never_passes_as_an_order() {
    byte[] ack = new EnvelopeSigner(OFFICE).seal(MessageType.ACKNOWLEDGEMENT, PAYLOAD);

    assertEquals(new Opened.Unverified(ENVELOPE_WRONG_TYPE), verifier.open(MessageType.ORDER, ack));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "..", "a.b.c", "a.b.c.d.e", "{}", "\u0000", "e30.e30."})
  void what_is_no_envelope_is_malformed(String bytes) {
    assertEquals(
        new Opened.Unverified(ENVELOPE_MALFORMED),
        verifier.open(MessageType.ORDER, bytes.getBytes(UTF_8)));
  }

  @Test
  void an_unsigned_message_that_calls_itself_signed_by_nobody_stays_shut() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String kid = OFFICE.verifyKey().id().toString();
    String header = "{\"alg\":\"none\",\"kid\":\"" + kid + "\",\"typ\":\"loa-order\"}";
    String none =
        base64.encodeToString(header.getBytes(UTF_8)) + "." + base64.encodeToString(PAYLOAD) + ".";

    assertInstanceOf(
        Opened.Unverified.class, verifier.open(MessageType.ORDER, none.getBytes(US_ASCII)));
  }

  @Test
  void an_envelope_beyond_the_limit_is_not_looked_at() {
    assertEquals(
        new Opened.Unverified(ENVELOPE_TOO_LARGE),
        verifier.open(MessageType.ORDER, new byte[MessageType.ORDER.maxEnvelopeBytes() + 1]));
  }

  @Test
  void a_plan_may_be_larger_than_an_order_and_has_a_limit_too() {
    byte[] large = new byte[MessageType.ORDER.maxEnvelopeBytes() + 1];
    byte[] tooLarge = new byte[MessageType.PLAN.maxEnvelopeBytes() + 1];
    assertEquals(new Opened.Unverified(ENVELOPE_MALFORMED), verifier.open(MessageType.PLAN, large));
    assertEquals(
        new Opened.Unverified(ENVELOPE_TOO_LARGE), verifier.open(MessageType.PLAN, tooLarge));
  }

  @Test
  void a_key_pair_survives_its_file_and_never_prints_its_secret() {
    SigningKey made = SigningKey.generate();
    SigningKey read = SigningKey.ofSecretJwk(made.secretJwk());

    assertEquals(made.verifyKey(), read.verifyKey());
    assertFalse(made.toString().contains("\"d\""), made.toString());
    assertArrayEquals(
        new EnvelopeSigner(made).seal(MessageType.ORDER, PAYLOAD),
        new EnvelopeSigner(read).seal(MessageType.ORDER, PAYLOAD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "not json",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"
      })
  void a_key_file_without_a_key_pair_is_refused_without_repeating_it(String file) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SigningKey.ofSecretJwk(file));
    assertFalse(String.valueOf(e.getMessage()).contains(file));
  }

  private static byte[] sealed() {
    return new EnvelopeSigner(OFFICE).seal(MessageType.ORDER, PAYLOAD);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.envelope.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real envelope refuses the same things, whichever way the keys of a seed sign. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulatedSignaturesTest {
  private static final byte[] WORDS = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @BeforeAll
  static void installed() {
    SimulatedSignatures.install();
  }

  private static SigningKey key(SeedKeys.Kind kind, long seed) {
    return new SeedKeys(kind).next(new SplittableRandom(seed));
  }

  @ParameterizedTest
  @EnumSource(SeedKeys.Kind.class)
  void what_was_signed_is_opened(SeedKeys.Kind kind) {
    SigningKey key = key(kind, 1);
    byte[] envelope = new EnvelopeSigner(key).seal(MessageType.ORDER, WORDS);

    Opened opened =
        new EnvelopeVerifier(List.of(key.verifyKey())).open(MessageType.ORDER, envelope);

    assertArrayEquals(WORDS, assertInstanceOf(Opened.Genuine.class, opened).payload());
  }

  @ParameterizedTest
  @EnumSource(SeedKeys.Kind.class)
  void every_altered_byte_is_refused(SeedKeys.Kind kind) {
    SigningKey key = key(kind, 1);
    byte[] envelope = new EnvelopeSigner(key).seal(MessageType.ORDER, WORDS);
    EnvelopeVerifier verifier = new EnvelopeVerifier(List.of(key.verifyKey()));

    for (int i = 0; i < envelope.length; i++) {
      byte[] altered = envelope.clone();
      altered[i] = (byte) (altered[i] ^ 1);
      assertInstanceOf(Opened.Unverified.class, verifier.open(MessageType.ORDER, altered));
    }
  }

  @ParameterizedTest
  @EnumSource(SeedKeys.Kind.class)
  void another_s_signature_is_refused(SeedKeys.Kind kind) {
    byte[] envelope = new EnvelopeSigner(key(kind, 2)).seal(MessageType.ORDER, WORDS);

    Opened opened =
        new EnvelopeVerifier(List.of(key(kind, 1).verifyKey())).open(MessageType.ORDER, envelope);

    assertInstanceOf(Opened.Unverified.class, opened);
  }

  @ParameterizedTest
  @EnumSource(SeedKeys.Kind.class)
  void the_same_seed_makes_the_same_key(SeedKeys.Kind kind) {
    assertEquals(key(kind, 7).secretJwk(), key(kind, 7).secretJwk());
  }
}

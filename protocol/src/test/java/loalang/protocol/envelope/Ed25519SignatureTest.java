// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Ed25519SignatureTest {
  @BeforeAll
  static void install() {
    Ed25519Provider.install();
    Ed25519Provider.install(); // a second time changes nothing
  }

  @Test
  void it_signs_the_published_message_with_the_published_key_as_published() throws Exception {
    // RFC 8037, appendix A.4
    SigningKey key =
        SigningKey.ofSecretJwk(
            """
            {"kty":"OKP","crv":"Ed25519",
             "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
             "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
            """);
    byte[] signing = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(UTF_8);

    Signature signature = Signature.getInstance("EdDSA", Ed25519Provider.NAME);
    signature.initSign(key.privateKey());
    signature.update(signing);

    assertEquals(
        "860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e"
            + "9d59b8628dc351e248b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02",
        HexFormat.of().formatHex(signature.sign()));
  }

  @Test
  void it_and_the_platform_write_the_same_and_believe_each_other() throws Exception {
    for (int length : List.of(0, 1, 31, 32, 127, 128, 129, 4_000)) {
      KeyPair pair = pair("Ed25519");
      byte[] message = new byte[length];
      Arrays.fill(message, (byte) length);

      byte[] signed = signed(Ed25519Provider.NAME, pair, message);

      assertArrayEquals(signed("SunEC", pair, message), signed, "of " + length + " bytes");
      assertTrue(holds(Ed25519Provider.NAME, pair, message, signed));
      assertTrue(holds("SunEC", pair, message, signed));
    }
  }

  @Test
  void one_flipped_bit_anywhere_and_it_does_not_hold() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] message = "Bà con chú ý".getBytes(UTF_8);
    byte[] signed = signed(Ed25519Provider.NAME, pair, message);

    for (int bit = 0; bit < signed.length * 8; bit++) {
      byte[] altered = signed.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertFalse(holds(Ed25519Provider.NAME, pair, message, altered), "bit " + bit);
    }
  }

  @Test
  void a_second_signature_of_the_same_message_cannot_be_reckoned_from_the_first() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] message = "Bà con chú ý".getBytes(UTF_8);
    byte[] signed = signed(Ed25519Provider.NAME, pair, message);
    // RFC 8032 §5.1.7: S is to be below the order of the base point, or S + order would hold too.
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] raised = reversed(new BigInteger(1, reversed(signed, 32, 64)).add(order), 32);
    byte[] second = signed.clone();
    System.arraycopy(raised, 0, second, 32, 32);

    assertFalse(holds(Ed25519Provider.NAME, pair, message, second));
  }

  @Test
  void a_signature_of_another_length_does_not_hold() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] signed = signed(Ed25519Provider.NAME, pair, new byte[3]);

    assertFalse(holds(Ed25519Provider.NAME, pair, new byte[3], Arrays.copyOf(signed, 63)));
    assertFalse(holds(Ed25519Provider.NAME, pair, new byte[3], Arrays.copyOf(signed, 65)));
    assertFalse(holds(Ed25519Provider.NAME, pair, new byte[3], new byte[0]));
  }

  @Test
  void keys_of_another_curve_are_refused() throws Exception {
    KeyPair other = pair("Ed448");
    Signature signature = Signature.getInstance("EdDSA", Ed25519Provider.NAME);

    assertThrows(InvalidKeyException.class, () -> signature.initSign(other.getPrivate()));
    assertThrows(InvalidKeyException.class, () -> signature.initVerify(other.getPublic()));
    assertThrows(
        InvalidKeyException.class,
        () ->
            Signature.getInstance("EdDSA", Ed25519Provider.NAME)
                .initSign(pair("X25519").getPrivate()));
  }

  @Test
  void who_asks_for_no_provider_gets_this_one_for_its_curve_and_the_platforms_for_another()
      throws Exception {
    Signature signature = Signature.getInstance("EdDSA");
    signature.initSign(pair("Ed25519").getPrivate());
    assertEquals(Ed25519Provider.NAME, signature.getProvider().getName());

    Signature other = Signature.getInstance("EdDSA");
    other.initSign(pair("Ed448").getPrivate());
    assertEquals("SunEC", other.getProvider().getName());
  }

  private static KeyPair pair(String curve) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(curve).generateKeyPair();
  }

  private static byte[] signed(String provider, KeyPair pair, byte[] message) throws Exception {
    Signature signature = Signature.getInstance("EdDSA", provider);
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return signature.sign();
  }

  private static boolean holds(String provider, KeyPair pair, byte[] message, byte[] signed)
      throws Exception {
    Signature signature = Signature.getInstance("EdDSA", provider);
    signature.initVerify(pair.getPublic());
    signature.update(message);
    return signature.verify(signed);
  }

  private static byte[] reversed(byte[] bytes, int from, int to) {
    byte[] reversed = new byte[to - from];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = bytes[to - 1 - i];
    }
    return reversed;
  }

  private static byte[] reversed(BigInteger number, int length) {
    byte[] padded = new byte[length];
    byte[] written = number.toByteArray();
    System.arraycopy(written, 0, padded, length - written.length, written.length);
    return reversed(padded, 0, length);
  }
}

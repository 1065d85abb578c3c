// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import loalang.protocol.envelope.SigningKey;

/**
 * Makes the keys of one seed.
 *
 * @param kind real curves or marked bytes
 */
public record SeedKeys(Kind kind) {
  static final int LENGTH = 32;
  private static final byte[] MARK = "loa simulation".getBytes(StandardCharsets.US_ASCII);

  /** How a key signs. */
  public enum Kind {
    /** By Ed25519: about a tenth of a millisecond each. */
    REAL,
    /** By a hash, see {@link SimulatedSignatures}. */
    MARKED
  }

  /** The next key that chance gives. */
  public SigningKey next(RandomGenerator chance) {
    byte[] bytes = new byte[LENGTH];
    chance.nextBytes(bytes);
    return kind == Kind.REAL ? real(bytes) : marked(bytes);
  }

  static boolean isMarked(byte[] key) {
    return key.length == LENGTH && Arrays.equals(key, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static SigningKey marked(byte[] bytes) {
    System.arraycopy(MARK, 0, bytes, 0, MARK.length);
    bytes[LENGTH - 1] = 1; // below the prime of the field, and x is not odd
    return key(bytes, bytes);
  }

  private static SigningKey real(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Told(seed));
      KeyPair pair = generator.generateKeyPair();
      var point = ((EdECPublicKey) pair.getPublic()).getPoint();
      byte[] open = littleEndian(point.getY());
      if (point.isXOdd()) {
        open[LENGTH - 1] = (byte) (open[LENGTH - 1] | 0x80);
      }
      return key(open, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 17 makes Ed25519 keys; this platform does not.", e);
    }
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] big = number.toByteArray();
    byte[] little = new byte[LENGTH];
    for (int i = 0; i < Math.min(big.length, LENGTH); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  private static SigningKey key(byte[] open, byte[] secret) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return SigningKey.ofSecretJwk(
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"d\":\"%s\"}"
            .formatted(base64.encodeToString(open), base64.encodeToString(secret)));
  }

  /** A random source that says what it was told. */
  private static final class Told extends SecureRandom {
    private final byte[] seed;

    Told(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(seed, 0, into, 0, Math.min(seed.length, into.length));
    }
  }
}

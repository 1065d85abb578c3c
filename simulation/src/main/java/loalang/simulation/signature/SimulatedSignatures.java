// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.signature;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;

/**
 * "EdDSA" for the keys that {@link SeedKeys} marks, and for no other: a SHA-512 over key and
 * message in the place of the curve. Whoever knows the public key could forge it, so it is worth
 * nothing outside of a world in which nobody tries; an altered byte, another key or another message
 * is refused as by the real one.
 */
public final class SimulatedSignatures extends Provider {
  private static final String NAME = "LoaSimulation";

  /** A provider that is not asked until it is installed. */
  public SimulatedSignatures() {
    super(NAME, "1", "Hashes in the place of Ed25519, for marked keys only");
    putService(
        new Service(this, "Signature", "EdDSA", Hash.class.getName(), null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new Hash();
          }

          @Override
          public boolean supportsParameter(Object key) {
            return isMarked(key);
          }
        });
  }

  /** From now on this process signs with marked keys by hash. */
  public static void install() {
    if (Security.getProvider(NAME) == null) {
      Security.insertProviderAt(new SimulatedSignatures(), 1);
    }
  }

  private static boolean isMarked(Object key) {
    return (key instanceof PublicKey open && SeedKeys.isMarked(bytes(open)))
        || (key instanceof PrivateKey secret && SeedKeys.isMarked(bytes(secret)));
  }

  private static byte[] bytes(PrivateKey key) {
    return key instanceof EdECPrivateKey ours ? ours.getBytes().orElse(new byte[0]) : new byte[0];
  }

  /** The 32 bytes of RFC 8032 §5.1.2: y, little endian, and the sign of x in the highest bit. */
  private static byte[] bytes(PublicKey key) {
    if (!(key instanceof EdECPublicKey ours)) {
      return new byte[0];
    }
    byte[] bigEndian = ours.getPoint().getY().toByteArray();
    byte[] bytes = new byte[SeedKeys.LENGTH];
    for (int i = 0; i < Math.min(bigEndian.length, bytes.length); i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    return bytes;
  }

  /** The signature. */
  static final class Hash extends SignatureSpi {
    private final MessageDigest sha = sha512();

    private static MessageDigest sha512() {
      try {
        return MessageDigest.getInstance("SHA-512");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-512.", e);
      }
    }

    private void begin(byte[] key) throws InvalidKeyException {
      if (!SeedKeys.isMarked(key)) {
        throw new InvalidKeyException("a real key; ask the next provider");
      }
      sha.reset();
      sha.update(key);
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      begin(bytes(key));
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      begin(bytes(key));
    }

    @Override
    protected void engineUpdate(byte one) {
      sha.update(one);
    }

    @Override
    protected void engineUpdate(byte[] some, int offset, int length) {
      sha.update(some, offset, length);
    }

    @Override
    protected byte[] engineSign() {
      return sha.digest();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return MessageDigest.isEqual(signature, sha.digest());
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException("A hash has no parameters.");
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException("A hash has no parameters.");
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.jspecify.annotations.Nullable;

/** One signature, made or checked (RFC 8032 §5.1, the plain form). One thread. */
final class Ed25519Signature extends SignatureSpi {
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private byte @Nullable [] secret;
  private @Nullable PublicPoint point;

  @Override
  protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
    message.reset();
    secret =
        key instanceof EdECPrivateKey edwards
            ? edwards
                .getBytes()
                .filter(bytes -> bytes.length == Ed25519.SECRET_KEY_SIZE)
                .orElse(null)
            : null;
    if (secret == null) {
      throw new InvalidKeyException("Not a private key of Ed25519.");
    }
  }

  @Override
  protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
    message.reset();
    point = isOnTheCurve(key) ? point(key.getEncoded()) : null;
    if (point == null) {
      throw new InvalidKeyException("Not a public key of Ed25519.");
    }
  }

  private static boolean isOnTheCurve(PublicKey key) {
    return key instanceof EdECPublicKey edwards
        && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
  }

  /** A SubjectPublicKeyInfo ends with the key (RFC 8410 §4); null if that is no point. */
  private static @Nullable PublicPoint point(byte[] written) {
    int from = written.length - Ed25519.PUBLIC_KEY_SIZE;
    return Ed25519.validatePublicKeyPartialExport(written, from);
  }

  @Override
  protected void engineUpdate(byte b) {
    message.write(b);
  }

  @Override
  protected void engineUpdate(byte[] bytes, int from, int length) {
    message.write(bytes, from, length);
  }

  @Override
  protected byte[] engineSign() throws SignatureException {
    if (secret == null) {
      throw new SignatureException("There is no key to sign with.");
    }
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, message.toByteArray(), 0, message.size(), signature, 0);
    message.reset();
    return signature;
  }

  @Override
  protected boolean engineVerify(byte[] signature) throws SignatureException {
    if (point == null) {
      throw new SignatureException("There is no key to check with.");
    }
    boolean genuine =
        signature.length == Ed25519.SIGNATURE_SIZE
            && Ed25519.verify(signature, 0, point, message.toByteArray(), 0, message.size());
    message.reset();
    return genuine;
  }

  @Override
  @Deprecated
  protected void engineSetParameter(String name, Object value) {
    throw new UnsupportedOperationException("Ed25519 has no parameters.");
  }

  @Override
  @Deprecated
  protected Object engineGetParameter(String name) {
    throw new UnsupportedOperationException("Ed25519 has no parameters.");
  }
}

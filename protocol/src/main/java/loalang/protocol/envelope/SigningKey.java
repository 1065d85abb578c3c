// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import java.security.PrivateKey;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** An Ed25519 key pair. Never printed: {@code toString} names the key and nothing else. */
public final class SigningKey {
  private final PublicJsonWebKey jwk;
  private final VerifyKey verifyKey;
  private final KeyId id;

  private SigningKey(PublicJsonWebKey jwk) {
    this.jwk = jwk;
    Object x = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).get("x");
    this.verifyKey = new VerifyKey(String.valueOf(x));
    this.id = verifyKey.id();
  }

  /** A new pair from the platform's secure random source. */
  public static SigningKey generate() {
    try {
      return new SigningKey(OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));
    } catch (JoseException e) {
      throw new IllegalStateException("Java 17 makes Ed25519 keys; this platform does not.", e);
    }
  }

  /**
   * Reads what {@link #secretJwk()} wrote.
   *
   * @throws IllegalArgumentException if the text is not an Ed25519 key pair; the message does not
   *     repeat it
   */
  public static SigningKey ofSecretJwk(String json) {
    try {
      PublicJsonWebKey read = PublicJsonWebKey.Factory.newPublicJwk(JsonUtil.parseJson(json));
      if (read.getPrivateKey() == null) {
        throw new IllegalArgumentException("The key file holds no private key.");
      }
      return new SigningKey(read);
    } catch (JoseException e) {
      throw new IllegalArgumentException("The key file holds no Ed25519 key pair.", e);
    }
  }

  /** The pair with its private half as a JWK (RFC 8037). For a file only its owner can read. */
  public String secretJwk() {
    return jwk.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** The public half. */
  public VerifyKey verifyKey() {
    return verifyKey;
  }

  /** The name of the pair. */
  public KeyId id() {
    return id;
  }

  PrivateKey privateKey() {
    return jwk.getPrivateKey();
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}

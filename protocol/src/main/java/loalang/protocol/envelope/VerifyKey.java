// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The public half of an Ed25519 key pair; what follows from it is worked out once. */
public final class VerifyKey {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{43}");

  static { // nothing is signed or checked without a key
    Ed25519Provider.install();
  }

  private final String x;
  private final KeyId id;
  private final PublicKey publicKey;

  /**
   * The key of these bytes.
   *
   * @param x the 32 bytes of the public key as 43 base64url characters (RFC 8037 §2)
   * @throws IllegalArgumentException if the value is not of that form or no point of the curve
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VerifyKey(String x) {
    if (!ALLOWED.matcher(x).matches()) {
      throw new IllegalArgumentException("An Ed25519 key is 43 base64url characters.");
    }
    PublicJsonWebKey jwk = jwk(x);
    this.x = x;
    this.id = new KeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    this.publicKey = jwk.getPublicKey();
  }

  /** The 43 characters. */
  @JsonValue
  public String x() {
    return x;
  }

  /** The key's name. */
  public KeyId id() {
    return id;
  }

  PublicKey publicKey() {
    return publicKey;
  }

  private static PublicJsonWebKey jwk(String x) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kty", OctetKeyPairJsonWebKey.KEY_TYPE);
    members.put("crv", OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
    members.put("x", x);
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(members);
    } catch (JoseException e) {
      throw new IllegalArgumentException("Not an Ed25519 public key.", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyKey key && x.equals(key.x);
  }

  @Override
  public int hashCode() {
    return x.hashCode();
  }

  @Override
  public String toString() {
    return x;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Opens envelopes signed by a known set of keys. Immutable, any thread. */
public final class EnvelopeVerifier {
  private static final AlgorithmConstraints ONLY_EDDSA =
      new AlgorithmConstraints(PERMIT, AlgorithmIdentifiers.EDDSA);

  private final Map<String, Known> keys;

  /** A key and its name, worked out once. */
  private record Known(KeyId id, PublicKey key) {}

  /** Trusts these keys and no other. */
  public EnvelopeVerifier(Collection<VerifyKey> trusted) {
    Map<String, Known> byId = new HashMap<>();
    for (VerifyKey key : trusted) {
      KeyId id = key.id();
      byId.put(id.thumbprint(), new Known(id, key.publicKey()));
    }
    this.keys = Map.copyOf(byId);
  }

  /**
   * Checks the signature over the bytes as received.
   *
   * @param type what the topic carries; an envelope of another type stays shut
   * @param envelope as received
   */
  public Opened open(MessageType type, byte[] envelope) {
    if (envelope.length > type.maxEnvelopeBytes()) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_TOO_LARGE);
    }
    String compact = new String(envelope, StandardCharsets.ISO_8859_1);
    try {
      return hasOneSpelling(compact)
          ? open(type, parsed(compact))
          : new Opened.Unverified(UnverifiedReason.ENVELOPE_MALFORMED);
    } catch (JoseException e) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_MALFORMED);
    }
  }

  private Opened open(MessageType type, JsonWebSignature jws) throws JoseException {
    String keyId = jws.getKeyIdHeaderValue();
    if (keyId == null) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_MALFORMED);
    }
    if (!type.typ().equals(jws.getHeader("typ"))) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_WRONG_TYPE);
    }
    @Nullable Known key = keys.get(keyId);
    if (key == null) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_UNKNOWN_KEY);
    }
    jws.setKey(key.key());
    if (!jws.verifySignature()) {
      return new Opened.Unverified(UnverifiedReason.ENVELOPE_BAD_SIGNATURE);
    }
    return new Opened.Genuine(key.id(), jws.getPayloadBytes());
  }

  /**
   * The last character of a base64url signature has bits that mean nothing. Only zeros are taken,
   * so that nobody can make a second, equally valid spelling of a signed message.
   */
  private static boolean hasOneSpelling(String compact) {
    String signature = compact.substring(compact.lastIndexOf('.') + 1);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(signature);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static JsonWebSignature parsed(String compact) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(ONLY_EDDSA);
    jws.setCompactSerialization(compact);
    return jws;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import java.nio.charset.StandardCharsets;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Puts bytes into signed envelopes: JWS compact form, algorithm EdDSA with Ed25519.
 *
 * @param key whose signature
 */
public record EnvelopeSigner(SigningKey key) {

  /**
   * Signs exactly these bytes.
   *
   * @param type what they are
   * @param payload copied
   * @return the envelope in ASCII
   */
  public byte[] seal(MessageType type, byte[] payload) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    jws.setKeyIdHeaderValue(key.id().thumbprint());
    jws.setHeader("typ", type.typ());
    jws.setPayloadBytes(payload.clone());
    jws.setKey(key.privateKey());
    try {
      return jws.getCompactSerialization().getBytes(StandardCharsets.US_ASCII);
    } catch (JoseException e) {
      throw new IllegalStateException("A key that was made for Ed25519 cannot sign.", e);
    }
  }
}

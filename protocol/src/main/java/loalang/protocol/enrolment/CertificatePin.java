// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The one key a pole lets vouch for its broker: SHA-256 of the public key of the certificate
 * authority (SubjectPublicKeyInfo, as RFC 7469 §2.4 pins it). The authority may renew its own and
 * the broker's certificates; the pin holds as long as the key does.
 *
 * @param value base64url without padding, 43 characters
 * @throws IllegalArgumentException if it is anything else
 */
public record CertificatePin(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public CertificatePin {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A certificate pin is 43 letters and digits of base64url, was \"%s\".".formatted(value));
    }
  }

  /** The pin of this certificate's key. */
  public static CertificatePin of(X509Certificate certificate) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
      return new CertificatePin(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }

  /** True if this certificate has the pinned key. */
  public boolean pins(X509Certificate certificate) {
    return equals(of(certificate));
  }

  @Override
  public String toString() {
    return value;
  }
}

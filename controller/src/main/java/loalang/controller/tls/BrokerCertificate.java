// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import loalang.protocol.enrolment.CertificatePin;

/**
 * What the broker shows, and where its private key lies.
 *
 * @param keyStore PKCS #12, for its owner alone
 * @param password of that file; never printed
 * @param chain the broker's certificate first, the authority's last; at least one
 */
public record BrokerCertificate(Path keyStore, String password, List<X509Certificate> chain) {
  private static final Duration RENEWED_BEFORE = Duration.ofDays(60);

  public BrokerCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("A broker shows at least one certificate.");
    }
  }

  /** Who vouches: the last of the chain. */
  public X509Certificate authority() {
    return chain.get(chain.size() - 1);
  }

  /** What poles hold on to. */
  public CertificatePin pin() {
    return CertificatePin.of(authority());
  }

  /** When the broker's certificate ends. */
  public Instant expires() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** True if it is time for the next one. */
  boolean isDue(Instant now) {
    return !now.isBefore(expires().minus(RENEWED_BEFORE));
  }

  /** Believes who this authority vouches for, and nobody else. */
  public static SSLContext trusting(X509Certificate authority) {
    try {
      KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      anchors.setCertificateEntry("authority", authority);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (java.security.GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("Every Java knows TLS.", e);
    }
  }

  @Override
  public String toString() {
    return "BrokerCertificate[%s until %s]"
        .formatted(chain.get(0).getSubjectX500Principal(), expires());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import loalang.protocol.enrolment.CertificatePin;

/**
 * Believes a broker whose chain ends at the pinned key, which is valid, and which is made out to
 * the host the pole called; nobody else (ADR 0073). Any thread.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private static final String HOST_IS_CHECKED = "HTTPS"; // RFC 2818 §3.1

  private final CertificatePin pin;
  private final InstantSource clock;

  PinnedTrust(CertificatePin pin, InstantSource clock) {
    this.pin = pin;
    this.clock = clock;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket secure)
        || !HOST_IS_CHECKED.equals(
            secure.getSSLParameters().getEndpointIdentificationAlgorithm())) {
      throw new CertificateException("The host name would not be checked.");
    }
    judge(chain).checkServerTrusted(chain, authType, socket);
  }

  private X509ExtendedTrustManager judge(X509Certificate[] chain) throws CertificateException {
    X509Certificate anchor =
        Arrays.stream(chain)
            .filter(pin::pins)
            .findFirst()
            .orElseThrow(
                () -> new CertificateException("No certificate of the broker has the pinned key."));
    try {
      PKIXBuilderParameters rules =
          new PKIXBuilderParameters(Set.of(new TrustAnchor(anchor, null)), new X509CertSelector());
      rules.setRevocationEnabled(false); // whoever loses the key gives out new pins
      rules.setDate(dateFor(chain[0]));
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(rules));
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new CertificateException("The certificate cannot be checked.", e);
    }
  }

  /** Checks the chain without a line. */
  void dates(X509Certificate[] chain) throws CertificateException {
    judge(chain).checkServerTrusted(chain, "ECDHE_ECDSA");
  }

  // A pole without a clock chip wakes up in the past and can learn the time from its broker alone:
  // it cannot be earlier than the certificate's making.
  private Date dateFor(X509Certificate broker) {
    Instant now = clock.instant();
    Instant made = broker.getNotBefore().toInstant();
    return Date.from(now.isBefore(made) ? made : now);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Sockets only.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("The host name would not be checked.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Nothing listens on a pole.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Nothing listens on a pole.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Nothing listens on a pole.");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import loalang.protocol.enrolment.CertificatePin;

/** Believes a chain with the pinned key at its end: half of what a real pole asks for. */
public record PinTrust(CertificatePin pin) implements X509TrustManager {

  public static SSLSocketFactory sockets(CertificatePin pin) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinTrust(pin)}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (Arrays.stream(chain).noneMatch(pin::pins)) {
      throw new CertificateException("not the pinned key");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

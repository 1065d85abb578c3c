// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.enrolment.ClaimTicket;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is and how it is recognised.
 *
 * @param host its name or address, as the certificate has it
 * @param port 1 to 65535
 * @param pin who vouches for its certificate; null for no TLS, which is for this machine alone
 */
public record BrokerAddress(String host, int port, @Nullable CertificatePin pin) {

  /** Where a ticket leads. */
  public static BrokerAddress of(ClaimTicket ticket) {
    return new BrokerAddress(ticket.host(), ticket.port(), ticket.pin());
  }

  /**
   * The same address, if a pole may use it.
   *
   * @throws ProblemException BROKER_WITHOUT_TLS
   */
  public BrokerAddress checked() {
    if (pin == null && !isThisMachine()) {
      throw new ProblemException(
          new Problem(
              "BROKER_WITHOUT_TLS",
              "The ticket leads to %s without encryption.".formatted(this),
              "Ask the office for a ticket that ends in \"&ca=…\": its broker must speak TLS."));
    }
    return this;
  }

  private boolean isThisMachine() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // what cannot be looked up cannot be known to be safe
    }
  }

  /** As Paho wants it. */
  String uri() {
    return (pin == null ? "tcp://" : "ssl://") + host + ":" + port;
  }

  /**
   * Has Paho speak TLS to this broker alone.
   *
   * @param now by which a certificate's days are judged
   */
  void protect(MqttConnectionOptions options, InstantSource now) {
    if (pin == null) {
      return;
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust = {new PinnedTrust(pin, now)};
      context.init(null, trust, null);
      options.setSocketFactory(new PromptSockets(context.getSocketFactory()));
      options.setHttpsHostnameVerificationEnabled(true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows TLS.", e);
    }
  }

  /** Why a connection failed, in one line that begins with a code where we have one. */
  static String why(@Nullable Throwable thrown) {
    return isNotGenuine(thrown)
        ? "BROKER_NOT_GENUINE " + innermost(thrown)
        : String.valueOf(thrown);
  }

  /** True if the other end failed the test; a line that broke during it proves nothing. */
  static boolean isNotGenuine(@Nullable Throwable thrown) {
    Throwable root = innermost(thrown);
    if (root instanceof EOFException || root instanceof SocketException) {
      return false;
    }
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable innermost(@Nullable Throwable thrown) {
    Throwable at = thrown;
    while (at != null && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

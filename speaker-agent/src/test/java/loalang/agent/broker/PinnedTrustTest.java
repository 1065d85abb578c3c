// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import loalang.agent.kit.TestAuthority;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PinnedTrustTest {
  private TestAuthority office;
  private X509Certificate[] chain;

  @BeforeAll
  void an_office(@TempDir Path directory) throws IOException {
    office = new TestAuthority(directory);
    chain = office.chain(office.pairFor("ip:127.0.0.1"));
  }

  private PinnedTrust at(Instant now) throws IOException {
    return new PinnedTrust(office.pin(), InstantSource.fixed(now));
  }

  private static SSLSocket checking(@Nullable String algorithm) throws Exception {
    SSLSocket socket = (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(algorithm);
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Test
  void a_line_that_would_not_check_the_host_name_is_refused() throws Exception {
    PinnedTrust trust = at(Instant.now());
    try (SSLSocket careless = checking(null)) {
      CertificateException refused =
          assertThrows(
              CertificateException.class,
              () -> trust.checkServerTrusted(chain, "ECDHE_ECDSA", careless));
      assertEquals("The host name would not be checked.", refused.getMessage());
    }
    assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "ECDHE_ECDSA"));
  }

  @Test
  void a_chain_without_the_pinned_key_is_refused(@TempDir Path directory) throws Exception {
    TestAuthority stranger = new TestAuthority(directory);
    X509Certificate[] theirs = stranger.chain(stranger.pairFor("ip:127.0.0.1"));
    // even with the office's own certificate, which everybody can see, put behind theirs
    X509Certificate[] mixed = {theirs[0], chain[1]};
    try (SSLSocket socket = checking("HTTPS")) {
      for (X509Certificate[] shown : new X509Certificate[][] {theirs, mixed}) {
        assertThrows(
            CertificateException.class,
            () -> at(Instant.now()).checkServerTrusted(shown, "ECDHE_ECDSA", socket));
      }
    }
  }

  @Test
  void the_dates_are_checked_but_a_pole_that_woke_up_in_1970_is_not_locked_out() {
    Instant from = chain[0].getNotBefore().toInstant();
    Instant until = chain[0].getNotAfter().toInstant();
    assertDoesNotThrow(() -> at(from).dates(chain));
    assertDoesNotThrow(() -> at(Instant.EPOCH).dates(chain));
    assertThrows(
        CertificateException.class, () -> at(until.plus(Duration.ofMinutes(1))).dates(chain));
  }

  @Test
  void plain_words_are_for_this_machine_alone() {
    assertDoesNotThrow(() -> new BrokerAddress("127.0.0.1", 1883, null).checked());
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> new BrokerAddress("192.0.2.1", 1883, null).checked());
    assertEquals("BROKER_WITHOUT_TLS", refused.problem().code());
  }

  @Test
  void a_line_that_broke_is_not_called_a_fraud() {
    SSLHandshakeException broken = new SSLHandshakeException("ended");
    broken.initCause(new EOFException());
    SSLHandshakeException wrong = new SSLHandshakeException("wrong");
    wrong.initCause(new CertificateException("no pinned key"));
    assertTrue(BrokerAddress.why(wrong).startsWith("BROKER_NOT_GENUINE"));
    assertTrue(BrokerAddress.why(broken).contains("ended"));
    assertEquals(false, BrokerAddress.isNotGenuine(broken));
  }
}

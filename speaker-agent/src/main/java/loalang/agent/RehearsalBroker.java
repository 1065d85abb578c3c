// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import loalang.protocol.enrolment.CertificatePin;

/**
 * What answers a rehearsing agent: a handshake, and silence. So that the classes of TLS go into the
 * archive too. Its certificate is made by the JDK's keytool and thrown away.
 */
final class RehearsalBroker implements AutoCloseable {
  private static final String SECRET = "rehearsal";
  private static final int KEYTOOL_SECONDS = 30;

  private final SSLServerSocket door;
  private final CertificatePin pin;

  private RehearsalBroker(SSLServerSocket door, CertificatePin pin) {
    this.door = door;
    this.pin = pin;
  }

  static RehearsalBroker open(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createDirectories(directory).resolve("rehearsal.p12");
    makeCertificate(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, SECRET.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket door =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
    RehearsalBroker broker =
        new RehearsalBroker(
            door, CertificatePin.of((X509Certificate) store.getCertificate("broker")));
    Thread answering = new Thread(broker::answer, "rehearsal");
    answering.setDaemon(true);
    answering.start();
    return broker;
  }

  private static void makeCertificate(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "broker",
                    "-dname",
                    "CN=rehearsal",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-storetype",
                    "PKCS12",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    SECRET))
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("keytool made no certificate");
    }
  }

  private void answer() {
    while (!door.isClosed()) {
      try (SSLSocket socket = (SSLSocket) door.accept()) {
        socket.startHandshake();
        socket.getInputStream().read();
      } catch (IOException theyLeft) {
        // the next one, or the end
      }
    }
  }

  int port() {
    return door.getLocalPort();
  }

  CertificatePin pin() {
    return pin;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

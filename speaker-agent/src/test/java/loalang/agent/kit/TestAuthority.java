// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loalang.protocol.enrolment.CertificatePin;

/** A certificate authority made by the JDK's keytool, as an office makes its own. */
public final class TestAuthority {
  private static final String PASSWORD = "changes-nothing";
  private final Path folder;
  private int pairs;

  public TestAuthority(Path directory) throws IOException {
    this.folder = Files.createTempDirectory(Files.createDirectories(directory), "ca");
    keytool("ca", "-ext", "bc=ca:true", "-validity", "3650");
  }

  /** Files as a broker takes them. */
  public record Pair(Path chain, Path key) {}

  public CertificatePin pin() throws IOException {
    return CertificatePin.of((X509Certificate) certificate("ca"));
  }

  public X509Certificate[] chain(Pair pair) throws IOException {
    String alias = String.valueOf(pair.key().getFileName()).replace(".key", "");
    return new X509Certificate[] {
      (X509Certificate) certificate(alias), (X509Certificate) certificate("ca")
    };
  }

  /**
   * A new certificate.
   *
   * @param name as keytool takes it: {@code ip:127.0.0.1}
   */
  public Pair pairFor(String name) throws IOException {
    String alias = "broker" + pairs++;
    keytool(alias, "-signer", "ca", "-ext", "san=" + name, "-validity", "90");
    try {
      byte[] key = store().getKey(alias, PASSWORD.toCharArray()).getEncoded();
      Path keyFile = folder.resolve(alias + ".key");
      Files.writeString(keyFile, pem("PRIVATE KEY", key));
      Path chainFile = folder.resolve(alias + ".pem");
      String chain =
          pem("CERTIFICATE", certificate(alias).getEncoded())
              + pem("CERTIFICATE", certificate("ca").getEncoded());
      return new Pair(Files.writeString(chainFile, chain), keyFile);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private Certificate certificate(String alias) throws IOException {
    try {
      return store().getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void keytool(String alias, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", folder.resolve("store.p12").toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] content) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }
}

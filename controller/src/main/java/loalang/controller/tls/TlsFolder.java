// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import loalang.controller.keys.SecretFile;

/** The folder of the broker's keys: its owner's alone, and every file in it. Blocking. */
final class TlsFolder {
  static final String BROKER = "broker";
  private static final String OWNER_FOLDER = "rwx------";
  private static final String OWNER_FILE = "rw-------";
  private static final int SECRET_BYTES = 16;

  private final Path folder;
  private final String password;

  private TlsFolder(Path folder, String password) {
    this.folder = folder;
    this.password = password;
  }

  static TlsFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_FOLDER));
    return new TlsFolder(
        folder, SecretFile.readOrMake(folder.resolve("password"), TlsFolder::secret));
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String password() {
    return password;
  }

  /** A name for a file that is not finished; what an interrupted start left there is gone. */
  Path draft(String name) throws IOException {
    Path draft = file(name + ".new");
    Files.deleteIfExists(draft);
    return draft;
  }

  void place(Path draft, String name) throws IOException {
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_FILE));
    Files.move(
        draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  void save(KeyStore store, String name) throws IOException, GeneralSecurityException {
    Path draft = draft(name);
    try (OutputStream out = Files.newOutputStream(draft)) {
      store.store(out, password.toCharArray());
    }
    place(draft, name);
  }

  BrokerCertificate certificate(String name) throws IOException, GeneralSecurityException {
    Certificate[] chain = load(file(name)).getCertificateChain(BROKER);
    if (chain == null) {
      throw new GeneralSecurityException(name + " holds no certificate of a broker");
    }
    return new BrokerCertificate(
        file(name), password, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
  }

  /** Certificates as PEM (RFC 7468). */
  static String pem(List<X509Certificate> chain) {
    return chain.stream()
        .map(one -> pem("CERTIFICATE", encoded(one)))
        .collect(Collectors.joining());
  }

  /** Anything as PEM (RFC 7468). */
  static String pem(String label, byte[] content) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that was read can be written.", e);
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.List;
import loalang.controller.keys.SecretFile;

/** A certificate as other programs take it: broker.pem, broker.key (its owner's alone), ca.pem. */
public final class PemFiles {
  private PemFiles() {}

  /**
   * Writes the three files.
   *
   * @throws IOException if they cannot be written, or the key store cannot be read
   */
  public static void write(BrokerCertificate certificate, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(certificate.keyStore())) {
      char[] password = certificate.password().toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      Key key = store.getKey(TlsFolder.BROKER, password);
      SecretFile.write(
          folder.resolve("broker.key"), TlsFolder.pem("PRIVATE KEY", key.getEncoded()).strip());
    } catch (GeneralSecurityException e) {
      throw new IOException("The key store %s is damaged.".formatted(certificate.keyStore()), e);
    }
    write(folder.resolve("broker.pem"), TlsFolder.pem(certificate.chain()));
    write(folder.resolve("ca.pem"), TlsFolder.pem(List.of(certificate.authority())));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }
}

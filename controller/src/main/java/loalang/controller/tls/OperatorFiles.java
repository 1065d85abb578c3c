// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** A certificate and its key as an operator brings them, checked before they are used. Blocking. */
public final class OperatorFiles {
  private static final String FILE = "operator.p12";
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private OperatorFiles() {}

  /**
   * Takes them in.
   *
   * @param directory where the key store for the broker goes
   * @throws ProblemException CERTIFICATE_FILES_INVALID
   */
  public static BrokerCertificate read(BrokerTls.Files files, Path directory, Instant now) {
    try {
      List<X509Certificate> chain = certificates(files.chain());
      requireChain(chain, now);
      PrivateKey key = key(files.key(), chain.get(0));
      TlsFolder folder = TlsFolder.at(directory);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          TlsFolder.BROKER,
          key,
          folder.password().toCharArray(),
          chain.toArray(Certificate[]::new));
      folder.save(store, FILE);
      return folder.certificate(FILE);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw invalid(files.chain() + ", " + files.key(), e);
    }
  }

  /**
   * The last certificate of a PEM file: the authority.
   *
   * @throws ProblemException CERTIFICATE_FILES_INVALID
   */
  public static X509Certificate authority(Path pem) {
    try {
      List<X509Certificate> chain = certificates(pem);
      return chain.get(chain.size() - 1);
    } catch (IOException | GeneralSecurityException e) {
      throw invalid(pem.toString(), e);
    }
  }

  private static List<X509Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> chain = new ArrayList<>();
    byte[] bytes = Files.readAllBytes(pem);
    for (Certificate one :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes))) {
      chain.add((X509Certificate) one);
    }
    if (chain.isEmpty()) {
      throw new GeneralSecurityException("no certificate in it");
    }
    return chain;
  }

  private static void requireChain(List<X509Certificate> chain, Instant now)
      throws GeneralSecurityException {
    for (int i = 0; i + 1 < chain.size(); i++) {
      chain.get(i).verify(chain.get(i + 1).getPublicKey());
    }
    for (X509Certificate one : chain) {
      one.checkValidity(java.util.Date.from(now));
    }
  }

  private static PrivateKey key(Path pem, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    Matcher found = KEY.matcher(Files.readString(pem, StandardCharsets.US_ASCII));
    if (!found.find()) {
      throw new GeneralSecurityException("the key is no unencrypted PKCS #8 (BEGIN PRIVATE KEY)");
    }
    String algorithm = certificate.getPublicKey().getAlgorithm();
    PrivateKey key =
        KeyFactory.getInstance(algorithm)
            .generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1))));
    requirePair(key, certificate);
    return key;
  }

  private static void requirePair(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    Signature proof = Signature.getInstance(algorithm);
    byte[] text = "pair".getBytes(StandardCharsets.US_ASCII);
    proof.initSign(key);
    proof.update(text);
    byte[] signed = proof.sign();
    proof.initVerify(certificate.getPublicKey());
    proof.update(text);
    if (!proof.verify(signed)) {
      throw new GeneralSecurityException("the key does not belong to the certificate");
    }
  }

  private static ProblemException invalid(String what, Exception e) {
    return new ProblemException(
        new Problem(
            "CERTIFICATE_FILES_INVALID",
            "%s cannot be used: %s.".formatted(what, e.getMessage()),
            "The chain is PEM from the broker's certificate to the authority's; the key is"
                + " openssl pkcs8 -topk8 -nocrypt."),
        e);
  }
}

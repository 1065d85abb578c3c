// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The commune's own small certificate authority. It lasts longer than any pole; the certificate it
 * gives the broker lasts 398 days and is renewed 60 days before. Blocking.
 */
public final class OfficeAuthority {
  private static final String CA = "ca";
  private static final String CA_FILE = "ca.p12";
  private static final String CA_PEM = "ca.pem";
  private static final String BROKER_FILE = "broker.p12";
  private static final String CA_DAYS = "14610";
  private static final String BROKER_DAYS = "398";
  // A pole that wakes up with a wrong clock must not find the authority "not yet valid".
  private static final String CA_FROM = "2020/01/01 00:00:00";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251})");

  private final CommuneId commune;
  private final SortedSet<String> hosts;

  /**
   * An authority.
   *
   * @param hosts names and addresses under which the broker is called; loopback is understood
   */
  public OfficeAuthority(CommuneId commune, Collection<String> hosts) {
    this.commune = commune;
    this.hosts = new TreeSet<>(hosts);
    this.hosts.addAll(List.of("localhost", "127.0.0.1"));
  }

  /**
   * The broker's certificate: the one in the folder, or a new one if there is none, its end is
   * near, or the broker got another name.
   *
   * @throws ProblemException CERTIFICATE_NOT_MADE, CERTIFICATE_DAMAGED or MQTT_ADDRESS_INVALID
   */
  public BrokerCertificate certificate(Path directory, Instant now) {
    try {
      TlsFolder folder = TlsFolder.at(directory);
      if (!Files.exists(folder.file(CA_FILE))) {
        makeAuthority(folder);
      }
      if (!Files.exists(folder.file(BROKER_FILE)) || isStale(folder, now)) {
        renew(folder);
      }
      return folder.certificate(BROKER_FILE);
    } catch (IOException | GeneralSecurityException e) {
      throw new ProblemException(
          new Problem(
              "CERTIFICATE_DAMAGED",
              "The broker's keys in %s cannot be used: %s.".formatted(directory, e.getMessage()),
              "Restore the folder from a backup; without it, move it away and every pole needs a"
                  + " new ticket."),
          e);
    }
  }

  private void makeAuthority(TlsFolder folder) throws IOException, GeneralSecurityException {
    Path draft = folder.draft(CA_FILE);
    new Keytool(draft, folder.password())
        .makePair(
            CA,
            "Loa Lang " + commune,
            "-startdate",
            CA_FROM,
            "-validity",
            CA_DAYS,
            "-ext",
            "bc:critical=ca:true,pathlen:0",
            "-ext",
            "ku:critical=keyCertSign,cRLSign");
    X509Certificate made = (X509Certificate) folder.load(draft).getCertificate(CA);
    Files.writeString(folder.file(CA_PEM), TlsFolder.pem(List.of(made)), StandardCharsets.US_ASCII);
    folder.place(draft, CA_FILE);
  }

  private void renew(TlsFolder folder) throws IOException, GeneralSecurityException {
    Path draft = folder.draft("pair.p12");
    Files.copy(folder.file(CA_FILE), draft);
    new Keytool(draft, folder.password())
        .makePair(
            TlsFolder.BROKER,
            commune + " broker",
            "-signer",
            CA,
            "-startdate",
            "-1d",
            "-validity",
            BROKER_DAYS,
            "-ext",
            "ku:critical=digitalSignature",
            "-ext",
            "eku=serverAuth",
            "-ext",
            "san=" + hosts.stream().map(OfficeAuthority::san).collect(Collectors.joining(",")));
    KeyStore pair = folder.load(draft);
    pair.deleteEntry(CA); // the broker has no use for the authority's key
    folder.save(pair, BROKER_FILE);
    Files.delete(draft);
  }

  private boolean isStale(TlsFolder folder, Instant now)
      throws IOException, GeneralSecurityException {
    BrokerCertificate known = folder.certificate(BROKER_FILE);
    X509Certificate authority =
        (X509Certificate) folder.load(folder.file(CA_FILE)).getCertificate(CA);
    return known.isDue(now)
        || !known.authority().equals(authority)
        || !names(known.chain().get(0)).containsAll(hosts);
  }

  private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
    Set<String> names = new HashSet<>();
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) {
      alternatives.forEach(one -> names.add(Objects.toString(one.get(1))));
    }
    return names;
  }

  private static String san(String host) {
    if (isAddress(host)) {
      return "ip:" + host;
    }
    if (!NAME.matcher(host).matches()) {
      throw new ProblemException(
          new Problem(
              "MQTT_ADDRESS_INVALID",
              "No certificate can be made out to \"%s\".".formatted(host),
              "Give --mqtt-address a host name or an IPv4 address, as poles reach this machine."));
    }
    return "dns:" + host;
  }

  private static boolean isAddress(String host) {
    if (!host.matches("[0-9.]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).getHostAddress().equals(host);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

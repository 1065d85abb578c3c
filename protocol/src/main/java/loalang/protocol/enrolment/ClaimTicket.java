// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import loalang.protocol.CommuneId;
import loalang.protocol.envelope.VerifyKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything a new pole needs to find and to recognise its office; what a technician types or
 * scans.
 *
 * <p>It carries the office's public key, so that a stranger's broker cannot adopt the pole, and the
 * pin of the broker's certificates, so that nobody listens from the first byte on.
 *
 * @param host of the broker
 * @param port of the broker, 1 to 65535
 * @param commune to join
 * @param code the one-time code
 * @param office the key that signs the answer
 * @param pin who vouches for the broker's certificate; null for a broker without TLS on the pole's
 *     own machine
 * @throws IllegalArgumentException if host or port is out of form
 */
public record ClaimTicket(
    String host,
    int port,
    CommuneId commune,
    ClaimCode code,
    VerifyKey office,
    @Nullable CertificatePin pin) {
  private static final String SCHEME = "loa";

  public ClaimTicket {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A ticket names a host and a port from 1 to 65535.");
    }
  }

  /** A ticket for a broker without TLS. */
  public ClaimTicket(String host, int port, CommuneId commune, ClaimCode code, VerifyKey office) {
    this(host, port, commune, code, office, null);
  }

  /** The ticket as one line: {@code loa://host:port/commune?claim=CODE&key=KEY&ca=PIN}. */
  public String toUri() {
    String uri =
        "%s://%s:%d/%s?claim=%s&key=%s"
            .formatted(SCHEME, host, port, commune, code.value(), office.x());
    return pin == null ? uri : uri + "&ca=" + pin;
  }

  /**
   * Reads what {@link #toUri} wrote.
   *
   * @throws IllegalArgumentException if it is no ticket; the message says what is missing and does
   *     not repeat the code
   */
  public static ClaimTicket parse(String text) {
    URI uri = URI.create(text.strip());
    if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null || uri.getPath() == null) {
      throw new IllegalArgumentException(
          "A claim ticket looks like loa://host:port/commune?claim=CODE&key=KEY&ca=PIN.");
    }
    String path = uri.getPath().toLowerCase(Locale.ROOT);
    return new ClaimTicket(
        uri.getHost(),
        uri.getPort(),
        new CommuneId(path.startsWith("/") ? path.substring(1) : path),
        new ClaimCode(parameter(uri, "claim")),
        new VerifyKey(parameter(uri, "key")),
        find(uri, "ca").map(CertificatePin::new).orElse(null));
  }

  private static String parameter(URI uri, String name) {
    return find(uri, name)
        .orElseThrow(
            () -> new IllegalArgumentException("The claim ticket lacks \"%s=\".".formatted(name)));
  }

  private static Optional<String> find(URI uri, String name) {
    String query = uri.getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", 10)) {
        if (pair.startsWith(name + "=")) {
          return Optional.of(pair.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "ClaimTicket[%s:%d/%s]".formatted(host, port, commune);
  }
}

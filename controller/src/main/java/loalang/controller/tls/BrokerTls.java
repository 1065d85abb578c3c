// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.nio.file.Path;

/** How the embedded broker protects its line. */
public sealed interface BrokerTls {

  /** Not at all: for poles on this machine. */
  record Plain() implements BrokerTls {}

  /** By a certificate of the commune's own authority, which this office makes and renews. */
  record Own() implements BrokerTls {}

  /**
   * By what the operator brings.
   *
   * @param chain PEM: the broker's certificate first, the authority's last
   * @param key PEM: its private key, PKCS #8, not encrypted
   */
  record Files(Path chain, Path key) implements BrokerTls {}
}

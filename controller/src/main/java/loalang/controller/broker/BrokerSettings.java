// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.nio.file.Path;
import loalang.controller.tls.BrokerCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded broker listens and keeps its journal.
 *
 * @param host an address of this machine
 * @param port 0 to 65535; 0 lets the system choose
 * @param directory its own, created if missing
 * @param certificate what it shows; null for a line without TLS
 * @throws IllegalArgumentException if the port is out of range
 */
public record BrokerSettings(
    String host, int port, Path directory, @Nullable BrokerCertificate certificate) {
  public BrokerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, was " + port);
    }
  }
}

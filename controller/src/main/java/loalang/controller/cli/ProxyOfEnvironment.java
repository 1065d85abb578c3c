// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;

/** The proxy as other programs of this machine find it: {@code https_proxy}, not Java's own way. */
final class ProxyOfEnvironment {
  private static final int USUAL_PORT = 8080;

  private ProxyOfEnvironment() {}

  /** The proxy named in the environment; Java's own if none is, or if its address is none. */
  static ProxySelector of(Map<String, String> environment, ProxySelector usual) {
    String named =
        environment.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase("https_proxy"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    if (named.isBlank()) {
      return usual;
    }
    try {
      URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
      if (proxy.getHost() == null) {
        return usual;
      }
      int port = proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort();
      return ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), port));
    } catch (IllegalArgumentException notAnAddress) {
      return usual;
    }
  }
}

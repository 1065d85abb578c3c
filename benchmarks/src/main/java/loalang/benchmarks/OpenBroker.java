// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.nio.file.Path;
import loalang.controller.broker.BrokerAction;
import loalang.controller.broker.BrokerGate;
import loalang.controller.broker.BrokerSettings;
import loalang.controller.broker.EmbeddedBroker;
import loalang.controller.tls.BrokerCertificate;

/** The real embedded broker with a gate that stands open. */
final class OpenBroker implements BrokerGate {

  /** Starts one; port 0 takes a free one. */
  static EmbeddedBroker start(Path directory, int port, BrokerCertificate certificate) {
    return EmbeddedBroker.start(
        new BrokerSettings("127.0.0.1", port, directory, certificate),
        new OpenBroker(),
        (client, up) -> {});
  }

  @Override
  public boolean admits(String clientId, String user, String password) {
    return true;
  }

  @Override
  public boolean permits(BrokerAction action, String clientId, String user, String topic) {
    return true;
  }
}

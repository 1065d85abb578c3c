// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import java.util.Optional;
import loalang.controller.ControllerConfig;
import loalang.controller.tls.BrokerTls;
import loalang.controller.tls.OperatorFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How poles get to the broker, and how it proves who it is. */
final class ReachOptions {
  @Option(
      names = "--mqtt-address",
      paramLabel = "HOST[:PORT]",
      defaultValue = "${env:LOA_MQTT_ADDRESS}",
      description = "Where poles find the broker, if not where it listens; stands in tickets.")
  private @Nullable String address;

  @Option(
      names = "--mqtt-plain",
      description = "No TLS between broker and poles; on the loopback address only.")
  private boolean isPlain;

  @Option(
      names = "--mqtt-cert",
      paramLabel = "PEM",
      defaultValue = "${env:LOA_MQTT_CERT}",
      description = "Your own certificate instead of the commune's: chain up to its authority.")
  private @Nullable Path certificate;

  @Option(
      names = "--mqtt-key",
      paramLabel = "PEM",
      defaultValue = "${env:LOA_MQTT_KEY}",
      description = "Its private key, PKCS #8, not encrypted.")
  private @Nullable Path key;

  @Option(
      names = "--broker-ca",
      paramLabel = "PEM",
      defaultValue = "${env:LOA_BROKER_CA}",
      description = "Who vouches for the broker of --broker; poles are told by their tickets.")
  private @Nullable Path authority;

  ControllerConfig.Reach reach() {
    return new ControllerConfig.Reach(
        tls(), door(), Optional.ofNullable(authority).map(OperatorFiles::authority));
  }

  private BrokerTls tls() {
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("--mqtt-cert and --mqtt-key come together.");
    }
    if (isPlain) {
      return new BrokerTls.Plain();
    }
    return certificate != null && key != null
        ? new BrokerTls.Files(certificate, key)
        : new BrokerTls.Own();
  }

  // Port 0 stands for the one the broker listens on.
  private Optional<ControllerConfig.Door> door() {
    if (address == null || address.isBlank()) {
      return Optional.empty();
    }
    int colon = address.lastIndexOf(':');
    return Optional.of(
        colon < 0
            ? new ControllerConfig.Door(address, 0)
            : new ControllerConfig.Door(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
  }
}

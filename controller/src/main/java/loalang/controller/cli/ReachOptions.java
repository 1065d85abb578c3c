// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import java.util.Optional;
import loalang.controller.ControllerConfig;
import loalang.controller.distribution.AudioRates;
import loalang.controller.tls.BrokerTls;
import loalang.controller.tls.OperatorFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How poles get to the broker, and how it proves who it is. */
final class ReachOptions {
  private static final long KILO = 1_000;

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

  @Option(
      names = "--audio-kbits-node",
      paramLabel = "KBIT/S",
      defaultValue = "${env:LOA_AUDIO_KBITS_NODE:-4000}",
      description = "How fast recordings go to one node, 16 or more (default: ${DEFAULT-VALUE}).")
  private long nodeKilobits = 4_000;

  @Option(
      names = "--audio-kbits-total",
      paramLabel = "KBIT/S",
      defaultValue = "${env:LOA_AUDIO_KBITS_TOTAL:-200000}",
      description =
          "How fast to all nodes together, each copy counted (default: ${DEFAULT-VALUE}).")
  private long totalKilobits = 200_000;

  ControllerConfig.Reach reach() {
    return new ControllerConfig.Reach(
        tls(),
        door(),
        Optional.ofNullable(authority).map(OperatorFiles::authority),
        new AudioRates(nodeKilobits * KILO, totalKilobits * KILO));
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

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.controller.keys.SecretFile;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * A whole configuration for Debian's Mosquitto: TLS, the plugin that keeps accounts, limits. The
 * certificate's files are written beside it by whoever has them.
 *
 * @param folder where everything goes and Mosquitto keeps its state
 * @param port it listens on with TLS, 1 to 65535
 * @param plugin mosquitto_dynamic_security.so
 */
public record MosquittoFiles(Path folder, int port, Path plugin) {
  /** The file with the office's password. */
  public static final String OFFICE_PASSWORD = "office-password";

  private static final int SESSION_DAYS = 8;

  /**
   * A pole that is let in.
   *
   * @param password as Mosquitto keeps it
   */
  public record Account(SpeakerId speaker, Set<PagingZone> zones, BrokerPassword password) {
    public Account {
      zones = Set.copyOf(zones);
    }
  }

  /**
   * Writes them; what the broker wrote since then is replaced.
   *
   * @param officeSecret the office's password there
   */
  public void write(Topics topics, String officeSecret, List<Account> accounts) throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    SecretFile.write(folder.resolve(OFFICE_PASSWORD), officeSecret);
    List<DynamicSecurity.Member> members = new ArrayList<>();
    accounts.forEach(
        a -> members.add(new DynamicSecurity.Member(a.speaker(), a.zones(), a.password())));
    BrokerPassword office = BrokerPassword.of(officeSecret, new SecureRandom());
    SecretFile.write(
        folder.resolve("dynamic-security.json"),
        new DynamicSecurity(topics).file(office, members).encodePrettily());
    Files.writeString(folder.resolve("mosquitto.conf"), settings(), StandardCharsets.UTF_8);
  }

  // A queue of 1,000 and a window of 32 are what the office and the poles are written for (ADR 49).
  private String settings() {
    Path home = folder.toAbsolutePath();
    return """
    # Written by "loa broker mosquitto" (ADR 0074). Start: mosquitto -c %1$s/mosquitto.conf
    # Everything here must belong to the user Mosquitto runs as: chown -R mosquitto: %1$s
    # To write it anew: stop Mosquitto, run the command, start. A renewed certificate: SIGHUP.
    listener %2$d
    certfile %1$s/broker.pem
    keyfile %1$s/broker.key
    tls_version tlsv1.2
    set_tcp_nodelay true
    allow_anonymous false
    plugin %3$s
    plugin_opt_config_file %1$s/dynamic-security.json
    persistence true
    persistence_location %1$s/state/
    autosave_interval 60
    persistent_client_expiration %4$dd
    max_packet_size 1052672
    max_inflight_messages 32
    max_queued_messages 1000
    max_keepalive 120
    """
        .formatted(home, port, plugin, SESSION_DAYS);
  }
}

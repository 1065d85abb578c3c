// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import loalang.controller.broker.LinkSettings;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.quiet.QuietHours;

/**
 * How a controller runs.
 *
 * @param commune whose loudspeakers
 * @param communeName as officers read it
 * @param http where the console and the API listen
 * @param mqtt where the embedded broker listens
 * @param externalBroker instead of the embedded one
 * @param data the directory with everything that lasts; one process at a time
 * @param database instead of a file in that directory
 * @param quietHours when nothing but an emergency sounds
 * @param patience after the last possible end, before a silent speaker counts as missing
 */
public record ControllerConfig(
    CommuneId commune,
    String communeName,
    Door http,
    Door mqtt,
    Optional<LinkSettings> externalBroker,
    Path data,
    Optional<DatabaseSettings> database,
    QuietHours quietHours,
    Duration patience) {

  /**
   * An address to listen on.
   *
   * @param host of this machine
   * @param port 0 to 65535; 0 lets the system choose
   * @throws IllegalArgumentException if the port is out of range
   */
  public record Door(String host, int port) {
    public Door {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("A port is 0 to 65535, was %d.".formatted(port));
      }
    }
  }

  /**
   * The same settings, if they may be used.
   *
   * @throws ProblemException LISTEN_WITHOUT_TLS
   */
  public ControllerConfig checked() {
    requireLoopback(http, "HTTP");
    requireLoopback(mqtt, "MQTT");
    return this;
  }

  /** Where the database is. */
  DatabaseSettings databaseOrFile() {
    return database.orElseGet(() -> DatabaseSettings.file(data.resolve("controller.db")));
  }

  private static void requireLoopback(Door door, String what) {
    if (!isLoopback(door.host())) {
      throw new ProblemException(
          new Problem(
              "LISTEN_WITHOUT_TLS",
              "%s would listen on %s without encryption.".formatted(what, door.host()),
              "Use 127.0.0.1 and put a TLS proxy in front; TLS in the controller comes later."));
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // what cannot be looked up cannot be known to be safe
    }
  }
}

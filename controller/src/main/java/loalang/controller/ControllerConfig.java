// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import loalang.controller.broker.LinkSettings;
import loalang.controller.distribution.AudioRates;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.tls.BrokerTls;
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
 * @param reach how poles get there
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
    Reach reach,
    Optional<LinkSettings> externalBroker,
    Path data,
    Optional<DatabaseSettings> database,
    QuietHours quietHours,
    Duration patience) {

  /** A commune whose poles are on this machine. */
  public ControllerConfig(
      CommuneId commune,
      String communeName,
      Door http,
      Door mqtt,
      Optional<LinkSettings> externalBroker,
      Path data,
      Optional<DatabaseSettings> database,
      QuietHours quietHours,
      Duration patience) {
    this(
        commune,
        communeName,
        http,
        mqtt,
        Reach.THIS_MACHINE,
        externalBroker,
        data,
        database,
        quietHours,
        patience);
  }

  /**
   * How poles get to the broker.
   *
   * @param tls how the embedded broker protects its line
   * @param address where poles find the broker, if that is not where it listens
   * @param authority who vouches for an external broker, and stands in the tickets
   * @param rates how much sound may be on the lines
   */
  public record Reach(
      BrokerTls tls,
      Optional<Door> address,
      Optional<X509Certificate> authority,
      AudioRates rates) {
    /** Without TLS, which only loopback allows. */
    public static final Reach THIS_MACHINE =
        new Reach(new BrokerTls.Plain(), Optional.empty(), Optional.empty(), AudioRates.USUAL);
  }

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
   * @throws ProblemException LISTEN_WITHOUT_TLS, MQTT_ADDRESS_MISSING, BROKER_WITHOUT_TLS or
   *     BROKER_CA_MISSING
   */
  public ControllerConfig checked() {
    requireLoopback(http, "HTTP", "Use 127.0.0.1 and put a TLS proxy in front of the console.");
    if (reach.tls() instanceof BrokerTls.Plain) {
      requireLoopback(mqtt, "MQTT", "Leave --mqtt-plain out, or listen on 127.0.0.1.");
    }
    externalBroker.ifPresent(this::requireSafe);
    if (isEverywhere(mqtt.host()) && reach.address().isEmpty() && externalBroker.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "MQTT_ADDRESS_MISSING",
              "Poles cannot be told to call %s.".formatted(mqtt.host()),
              "Say under which name or address they reach this machine: --mqtt-address HOST."));
    }
    return this;
  }

  private void requireSafe(LinkSettings link) {
    URI uri = URI.create(link.uri());
    if (!"ssl".equals(uri.getScheme()) && !isLoopback(String.valueOf(uri.getHost()))) {
      throw new ProblemException(
          new Problem(
              "BROKER_WITHOUT_TLS",
              "The broker %s would be spoken to without encryption.".formatted(link.uri()),
              "Let it serve TLS and write ssl://host:8883."));
    }
    if ("ssl".equals(uri.getScheme()) && reach.authority().isEmpty()) {
      throw new ProblemException(
          new Problem(
              "BROKER_CA_MISSING",
              "Poles cannot be told who vouches for %s.".formatted(link.uri()),
              "Name the certificate of its authority: --broker-ca FILE."));
    }
  }

  private static boolean isEverywhere(String host) {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /** Where the office itself finds the embedded broker. */
  String mqttHostFromHere() {
    return isEverywhere(mqtt.host()) ? "127.0.0.1" : mqtt.host();
  }

  /** Where the database is. */
  DatabaseSettings databaseOrFile() {
    return database.orElseGet(() -> DatabaseSettings.file(data.resolve("controller.db")));
  }

  private static void requireLoopback(Door door, String what, String next) {
    if (!isLoopback(door.host())) {
      throw new ProblemException(
          new Problem(
              "LISTEN_WITHOUT_TLS",
              "%s would listen on %s without encryption.".formatted(what, door.host()),
              next));
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

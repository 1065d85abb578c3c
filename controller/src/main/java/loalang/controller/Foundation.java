// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.accounts.FactorSeal;
import loalang.controller.accounts.Passwords;
import loalang.controller.broker.BrokerPresence;
import loalang.controller.broker.BrokerSettings;
import loalang.controller.broker.EmbeddedBroker;
import loalang.controller.broker.LinkSettings;
import loalang.controller.broker.OfficeGate;
import loalang.controller.keys.OfficeKey;
import loalang.controller.keys.SecretFile;
import loalang.controller.speakers.Claims;
import loalang.controller.speakers.Office;
import loalang.controller.storage.AlarmFile;
import loalang.controller.storage.Database;
import loalang.controller.tls.BrokerCertificate;
import loalang.controller.tls.BrokerTls;
import loalang.controller.tls.OfficeAuthority;
import loalang.controller.tls.OperatorFiles;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.envelope.SigningKey;
import loalang.schedules.Clockwork;
import loalang.schedules.quartz.LastingStore;
import loalang.schedules.quartz.QuartzClockwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must stand before any room does. Opening and closing block.
 *
 * @param directory held by this process
 * @param key that signs
 * @param cliToken what the command line shows
 * @param factors seals second factors
 * @param database migrated
 * @param claims codes that open the gate
 * @param gate of the broker
 * @param certificate what the embedded broker shows; empty without TLS
 * @param broker listening; empty if an external one is used
 */
record Foundation(
    OfficeDirectory directory,
    SigningKey key,
    String cliToken,
    FactorSeal factors,
    Database database,
    Claims claims,
    OfficeGate gate,
    Optional<BrokerCertificate> certificate,
    Optional<EmbeddedBroker> broker)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
  private static final int WRONG_CODES_A_MINUTE = 10;
  private static final int MOST_NAMES = 1_000_000_000;

  static Foundation lay(ControllerConfig config, InstantSource now, BrokerPresence presence) {
    OfficeDirectory directory = OfficeDirectory.hold(config.data());
    try {
      return lay(config, directory, now, presence);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** By what people prove who they are. */
  Accounts.Proofs proofs(Passwords passwords) {
    return new Accounts.Proofs(passwords, factors, cliToken);
  }

  /** How the office itself reaches the broker. */
  LinkSettings link(ControllerConfig config) {
    return config
        .externalBroker()
        .orElseGet(
            () ->
                new LinkSettings(
                    "%s://%s:%d"
                        .formatted(
                            certificate.isPresent() ? "ssl" : "tcp",
                            config.mqttHostFromHere(),
                            mqttPort(config)),
                    OfficeGate.OFFICE,
                    gate.officePassword(),
                    Duration.ZERO,
                    certificate
                        .map(shown -> BrokerCertificate.trusting(shown.authority()))
                        .orElse(null)));
  }

  /** Where poles find the broker, and who vouches for it. */
  Office.BrokerAddress address(ControllerConfig config) {
    ControllerConfig.Door door = config.reach().address().orElseGet(() -> listening(config));
    @Nullable CertificatePin pin =
        config
            .reach()
            .authority()
            .map(CertificatePin::of)
            .or(() -> certificate.map(BrokerCertificate::pin))
            .orElse(null);
    int port = door.port() == 0 ? mqttPort(config) : door.port();
    return new Office.BrokerAddress(door.host(), port, pin);
  }

  private ControllerConfig.Door listening(ControllerConfig config) {
    return config
        .externalBroker()
        .map(link -> URI.create(link.uri()))
        .map(uri -> new ControllerConfig.Door(uri.getHost(), uri.getPort()))
        .orElseGet(() -> new ControllerConfig.Door(config.mqtt().host(), mqttPort(config)));
  }

  /** Renews what the broker shows if its end is near. */
  void renewCertificate(ControllerConfig config, Instant now) {
    if (certificate.isPresent() && broker.isPresent()) {
      Instant before = certificate.get().expires();
      BrokerCertificate shown = shown(config, directory, now).orElseThrow();
      broker.get().showCertificateAnew();
      if (!shown.expires().equals(before)) {
        LOG.info("certificate={} renewed", shown);
      }
    }
  }

  private static Optional<BrokerCertificate> shown(
      ControllerConfig config, OfficeDirectory directory, Instant now) {
    if (config.externalBroker().isPresent()) {
      return Optional.empty();
    }
    BrokerTls tls = config.reach().tls();
    if (tls instanceof BrokerTls.Files files) {
      return Optional.of(OperatorFiles.read(files, directory.tls(), now));
    }
    if (tls instanceof BrokerTls.Own) {
      Set<String> hosts = new HashSet<>(Set.of(config.mqttHostFromHere()));
      config.reach().address().map(ControllerConfig.Door::host).ifPresent(hosts::add);
      return Optional.of(
          new OfficeAuthority(config.commune(), hosts).certificate(directory.tls(), now));
    }
    return Optional.empty();
  }

  /** An alarm clock that remembers what it owes, in a file of its own. */
  Clockwork clockwork() {
    String name =
        SecretFile.readOrMake(
            directory.alarmsName(), () -> "book-" + new SecureRandom().nextInt(MOST_NAMES));
    return QuartzClockwork.lasting(new LastingStore(AlarmFile.at(directory.alarms()), name, false));
  }

  /** The port poles find the broker on. */
  int mqttPort(ControllerConfig config) {
    return broker.map(EmbeddedBroker::port).orElse(config.mqtt().port());
  }

  @Override
  public void close() {
    broker.ifPresent(EmbeddedBroker::close);
    database.close();
    directory.close();
  }

  private static Foundation lay(
      ControllerConfig config,
      OfficeDirectory directory,
      InstantSource now,
      BrokerPresence presence) {
    SigningKey key = OfficeKey.readOrMake(directory.key());
    String cliToken = Accounts.cliToken(directory.cliToken());
    FactorSeal factors = FactorSeal.of(directory.factorKey());
    Claims claims = new Claims(now, new AttemptLimit(WRONG_CODES_A_MINUTE, Duration.ofMinutes(1)));
    OfficeGate gate = new OfficeGate(config.commune(), new SecureRandom(), claims);
    Database database = Database.open(config.databaseOrFile());
    try {
      Optional<BrokerCertificate> certificate = shown(config, directory, now.instant());
      Optional<EmbeddedBroker> broker =
          config.externalBroker().isPresent()
              ? Optional.empty()
              : Optional.of(
                  EmbeddedBroker.start(
                      new BrokerSettings(
                          config.mqtt().host(),
                          config.mqtt().port(),
                          directory.broker(),
                          certificate.orElse(null)),
                      gate,
                      presence));
      return new Foundation(
          directory, key, cliToken, factors, database, claims, gate, certificate, broker);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}

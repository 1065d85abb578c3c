// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.broker.BrokerPresence;
import loalang.controller.broker.BrokerSettings;
import loalang.controller.broker.EmbeddedBroker;
import loalang.controller.broker.LinkSettings;
import loalang.controller.broker.OfficeGate;
import loalang.controller.keys.OfficeKey;
import loalang.controller.keys.SecretFile;
import loalang.controller.speakers.Claims;
import loalang.controller.storage.AlarmFile;
import loalang.controller.storage.Database;
import loalang.protocol.envelope.SigningKey;
import loalang.schedules.Clockwork;
import loalang.schedules.quartz.LastingStore;
import loalang.schedules.quartz.QuartzClockwork;

/**
 * What must stand before any room does. Opening and closing block.
 *
 * @param directory held by this process
 * @param key that signs
 * @param cliToken what the command line shows
 * @param database migrated
 * @param claims codes that open the gate
 * @param gate of the broker
 * @param broker listening; empty if an external one is used
 */
record Foundation(
    OfficeDirectory directory,
    SigningKey key,
    String cliToken,
    Database database,
    Claims claims,
    OfficeGate gate,
    Optional<EmbeddedBroker> broker)
    implements AutoCloseable {
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

  /** How the office itself reaches the broker. */
  LinkSettings link(ControllerConfig config) {
    return config
        .externalBroker()
        .orElseGet(
            () ->
                new LinkSettings(
                    "tcp://%s:%d".formatted(config.mqtt().host(), mqttPort(config)),
                    OfficeGate.OFFICE,
                    gate.officePassword(),
                    Duration.ZERO));
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
    Claims claims = new Claims(now, new AttemptLimit(WRONG_CODES_A_MINUTE, Duration.ofMinutes(1)));
    OfficeGate gate = new OfficeGate(config.commune(), new SecureRandom(), claims);
    Database database = Database.open(config.databaseOrFile());
    try {
      Optional<EmbeddedBroker> broker =
          config.externalBroker().isPresent()
              ? Optional.empty()
              : Optional.of(
                  EmbeddedBroker.start(
                      new BrokerSettings(
                          config.mqtt().host(), config.mqtt().port(), directory.broker()),
                      gate,
                      presence));
      return new Foundation(directory, key, cliToken, database, claims, gate, broker);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}

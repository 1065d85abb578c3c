// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.OfficeGate;
import loalang.controller.live.LiveFeed;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ways tell who is there, the broker's eyes and what poles say, and they race. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RosterTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final SpeakerId SPEAKER = new SpeakerId("thon-mot-1");
  private static final Topics TOPICS = new Topics(COMMUNE);

  private final Vertx vertx = Vertx.vertx();
  private Database database;
  private Roster roster;

  @BeforeEach
  void one_speaker(@TempDir Path folder) {
    database = Database.open(DatabaseSettings.file(folder.resolve("office.db")));
    roster =
        new Roster(
            new StorageDesk(vertx, database),
            TOPICS,
            new LiveFeed(),
            InstantSource.fixed(NOON),
            Roster.KeptStates.BELIEVED);
    Speaker speaker =
        new Speaker(
            SPEAKER,
            Set.of(new PagingZone("thon-mot")),
            SigningKey.generate().verifyKey(),
            false,
            Optional.empty(),
            Optional.empty());
    roster.add(
        new OfficeGate(COMMUNE, new SecureRandom(), (client, code) -> false),
        new SpeakerStore.Row(speaker, "", null));
  }

  @AfterEach
  void nothing_is_left_open() {
    vertx.close().await();
    database.close();
  }

  @Test
  void what_a_pole_said_before_its_power_was_cut_does_not_bring_it_back() {
    roster.onPresence(SPEAKER.value(), true);
    roster.onPresence(SPEAKER.value(), false); // quicker than the state over MQTT
    saysItIsThere();
    assertFalse(roster.find(SPEAKER).orElseThrow().isOnline());

    roster.onPresence(SPEAKER.value(), true);
    saysItIsThere();
    assertTrue(roster.find(SPEAKER).orElseThrow().isOnline());
  }

  @Test
  void where_the_broker_is_another_programs_the_pole_is_believed() {
    saysItIsThere();
    assertTrue(roster.find(SPEAKER).orElseThrow().isOnline());
  }

  private void saysItIsThere() {
    byte[] state =
        Wire.STATE.encode(new SpeakerState(SPEAKER, Link.ONLINE, NOON, "test", "none", 0, null, 0));
    roster.onState(
        new Incoming(TOPICS.state(SPEAKER), Buffer.buffer(state), Optional.empty(), false, NOON));
  }
}

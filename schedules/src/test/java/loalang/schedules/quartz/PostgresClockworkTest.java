// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import loalang.schedules.kit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Alarms in a real PostgreSQL, for one controller and for several. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresClockworkTest {
  private static final List<PostgresServer> SERVER = new ArrayList<>();

  private final BlockingQueue<Instant> rings = new LinkedBlockingQueue<>();

  @BeforeAll
  static void start() throws Exception {
    SERVER.add(PostgresServer.start());
  }

  @AfterAll
  static void stop() throws Exception {
    for (PostgresServer server : SERVER) {
      server.close();
    }
  }

  @Test
  void owed_alarms_ring_after_a_restart_once_and_in_order() throws Exception {
    Instant longAgo = Instant.now().minus(Duration.ofHours(7));
    Instant justNow = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try (QuartzClockwork before = open("restart", false)) {
      before.add(justNow);
      before.add(longAgo);
    }

    try (QuartzClockwork after = open("restart", false)) {
      after.start(rings::add);
      assertEquals(longAgo, next());
      assertEquals(justNow, next());
    }
    try (QuartzClockwork third = open("restart", false)) {
      third.start(rings::add);
      assertNull(rings.poll(400, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void a_crowded_second_rings_in_order() throws Exception {
    TreeSet<Instant> alarms = new TreeSet<>();
    Instant second = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 50; i++) {
      alarms.add(second.plusMillis(i * 7L));
    }
    try (QuartzClockwork clock = open("crowd", false)) {
      clock.setAllAfter(second.minusSeconds(1), alarms);
      clock.start(rings::add);

      for (Instant alarm : alarms) {
        assertEquals(alarm, next());
      }
    }
  }

  private static QuartzClockwork open(String name, boolean clustered) {
    return QuartzClockwork.lasting(
        new LastingStore(Databases.postgres(SERVER.get(0).url()), name, clustered));
  }

  private Instant next() throws InterruptedException {
    Instant ring = rings.poll(30, TimeUnit.SECONDS);
    assertNotNull(ring, "no alarm within thirty seconds");
    return ring;
  }
}

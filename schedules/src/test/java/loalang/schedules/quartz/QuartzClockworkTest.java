// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Quartz itself, in real time: short waits on events, with limits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuartzClockworkTest {
  private record Ring(Instant planned, Instant at) {}

  private final QuartzClockwork clockwork = QuartzClockwork.inMemory();
  private final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    clockwork.close();
  }

  @Test
  void an_alarm_rings_at_its_instant_and_says_which_it_is() throws Exception {
    Instant planned = Instant.now().plusMillis(700);
    clockwork.add(planned);
    start();

    Ring ring = next();

    assertEquals(planned, ring.planned());
    Duration late = Duration.between(planned, ring.at());
    assertTrue(late.toMillis() >= -5, "rang early: " + late);
    assertTrue(late.toMillis() <= 1000, "rang late: " + late);
  }

  @Test
  void overdue_alarms_ring_at_once_in_order_and_keep_their_planned_instant() throws Exception {
    // A minute and more is what Quartz calls a misfire; it must make no difference.
    Instant longAgo = Instant.parse("2026-01-01T22:30:00Z");
    Instant justNow = Instant.now().minusMillis(10);
    clockwork.add(justNow);
    clockwork.add(longAgo);
    start();

    assertEquals(longAgo, next().planned());
    assertEquals(justNow, next().planned());
  }

  @Test
  void an_alarm_set_twice_rings_once() throws Exception {
    Instant planned = Instant.now().plusMillis(300);
    clockwork.add(planned);
    clockwork.add(planned);
    clockwork.setAllAfter(Instant.now(), new TreeSet<>(Set.of(planned)));
    start();

    next();

    assertNull(rings.poll(400, TimeUnit.MILLISECONDS));
  }

  @Test
  void a_withdrawn_alarm_is_silent_and_the_others_ring() throws Exception {
    Instant withdrawn = Instant.now().plusMillis(300);
    Instant kept = withdrawn.plusMillis(200);
    clockwork.add(withdrawn);
    start();

    clockwork.setAllAfter(withdrawn.minusMillis(300), new TreeSet<>(Set.of(kept)));

    assertEquals(kept, next().planned());
    assertTrue(rings.isEmpty());
  }

  @Test
  void nothing_rings_after_closing() throws Exception {
    clockwork.add(Instant.now().plusMillis(200));
    start();

    clockwork.close();

    assertNull(rings.poll(500, TimeUnit.MILLISECONDS));
  }

  private void start() {
    clockwork.start(planned -> rings.add(new Ring(planned, Instant.now())));
  }

  private Ring next() throws InterruptedException {
    Ring ring = rings.poll(10, TimeUnit.SECONDS);
    assertNotNull(ring, "no alarm within ten seconds");
    return ring;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;

/** Many alarms in one second are one trigger, and still ring each at its instant, in order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrowdTest {
  private static final JobDetail JOB = JobBuilder.newJob(AlarmJob.class).withIdentity("j").build();

  private record Ring(Instant alarm, Instant at) {}

  private final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();
  private final Path folder;

  CrowdTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sixteen_alarms_of_a_second_are_sixteen_triggers_and_seventeen_are_one() {
    Instant second = Instant.parse("2026-11-23T05:30:00Z");

    assertEquals(16, AlarmTriggers.of(crowd(second, 16), JOB).size());
    assertEquals(1, AlarmTriggers.of(crowd(second, 17), JOB).size());
    assertEquals(
        List.copyOf(crowd(second, 17)),
        AlarmTriggers.instants(
            AlarmTriggers.of(crowd(second, 17), JOB).values().iterator().next()));
  }

  @Test
  void alarms_of_a_crowded_second_ring_in_order_none_before_its_instant() throws Exception {
    SortedSet<Instant> alarms = crowd(soon(), 40);
    try (QuartzClockwork clock = QuartzClockwork.inMemory()) {
      clock.start(this::heard);

      clock.setAllAfter(Instant.now(), alarms);

      for (Instant alarm : alarms) {
        Ring ring = next();
        assertEquals(alarm, ring.alarm());
        assertFalse(ring.at().isBefore(alarm.minusMillis(5)), ring.toString());
      }
      assertNull(rings.poll(200, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void a_crowded_second_outlives_the_process_and_rings_late_in_order() throws Exception {
    SortedSet<Instant> alarms = crowd(soon().minusSeconds(100), 40);
    try (QuartzClockwork before = lasting()) {
      before.setAllAfter(Instant.now().minusSeconds(200), alarms);
    }

    try (QuartzClockwork after = lasting()) {
      after.start(this::heard);

      for (Instant alarm : alarms) {
        assertEquals(alarm, next().alarm());
      }
    }
  }

  @Test
  void setting_the_same_alarms_again_and_adding_one_of_them_changes_nothing() throws Exception {
    SortedSet<Instant> alarms = crowd(soon(), 40);
    try (QuartzClockwork clock = lasting()) {
      clock.setAllAfter(Instant.now(), alarms);
      clock.setAllAfter(Instant.now(), alarms);
      clock.add(alarms.last());
      clock.start(this::heard);

      List<Instant> heard = new ArrayList<>();
      for (int i = 0; i < alarms.size(); i++) {
        heard.add(next().alarm());
      }
      assertEquals(List.copyOf(alarms), heard);
      assertNull(rings.poll(300, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void a_second_that_is_no_longer_wanted_is_withdrawn_and_a_smaller_one_takes_its_place()
      throws Exception {
    Instant second = soon();
    try (QuartzClockwork clock = QuartzClockwork.inMemory()) {
      clock.setAllAfter(Instant.now(), crowd(second, 40));
      clock.setAllAfter(Instant.now(), crowd(second, 2));
      clock.start(this::heard);

      assertEquals(second, next().alarm());
      assertEquals(second.plusMillis(10), next().alarm());
      assertNull(rings.poll(500, TimeUnit.MILLISECONDS));
    }
  }

  private void heard(Instant alarm) {
    rings.add(new Ring(alarm, Instant.now()));
  }

  private Ring next() throws InterruptedException {
    Ring ring = rings.poll(30, TimeUnit.SECONDS);
    assertNotNull(ring, "no alarm within thirty seconds");
    return ring;
  }

  private QuartzClockwork lasting() {
    return QuartzClockwork.lasting(
        new LastingStore(Databases.sqlite(folder.resolve("alarms.db")), "xa", false));
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
  }

  private static SortedSet<Instant> crowd(Instant second, int count) {
    TreeSet<Instant> alarms = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      alarms.add(second.plusMillis(i * 10L));
    }
    return alarms;
  }
}

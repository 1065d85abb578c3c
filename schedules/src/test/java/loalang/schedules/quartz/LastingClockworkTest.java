// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Alarms in SQLite, across stops: real Quartz, a real file, the machine's clock. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastingClockworkTest {
  private final BlockingQueue<Instant> rings = new LinkedBlockingQueue<>();
  private final Path folder;

  LastingClockworkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void an_alarm_missed_while_stopped_rings_once_at_the_next_start_with_its_planned_instant()
      throws Exception {
    // Given
    Instant planned = Instant.now().plusMillis(400);
    try (QuartzClockwork before = open()) {
      before.start(rings::add);
      before.add(planned);
    }
    letPass(planned);

    // When
    try (QuartzClockwork after = open()) {
      after.start(rings::add);

      // Then
      assertEquals(planned, next());
    }
    try (QuartzClockwork third = open()) {
      third.start(rings::add);
      assertNull(rings.poll(400, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void an_alarm_overdue_by_hours_still_rings_and_before_the_later_one() throws Exception {
    Instant longAgo = Instant.now().minus(Duration.ofHours(7));
    Instant justNow = Instant.now();
    try (QuartzClockwork before = open()) {
      before.add(justNow);
      before.add(longAgo);
    }

    try (QuartzClockwork after = open()) {
      after.start(rings::add);

      assertEquals(longAgo, next());
      assertEquals(justNow, next());
    }
  }

  @Test
  void what_rang_before_a_restart_does_not_ring_again() throws Exception {
    Instant planned = Instant.now().plusMillis(200);
    try (QuartzClockwork before = open()) {
      before.start(rings::add);
      before.add(planned);
      assertEquals(planned, next());
    }

    try (QuartzClockwork after = open()) {
      after.start(rings::add);
      assertNull(rings.poll(400, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void new_plans_after_a_restart_keep_what_is_owed_and_withdraw_the_rest() throws Exception {
    Instant owed = Instant.now().minusSeconds(5);
    Instant withdrawn = Instant.now().plusMillis(1500);
    Instant kept = withdrawn.plusMillis(300);
    try (QuartzClockwork before = open()) {
      before.add(owed);
      before.add(withdrawn);
    }

    try (QuartzClockwork after = open()) {
      after.setAllAfter(Instant.now(), new TreeSet<>(Set.of(kept)));
      after.start(rings::add);

      assertEquals(owed, next());
      assertEquals(kept, next());
    }
  }

  @Test
  void two_books_in_one_database_do_not_hear_each_other() throws Exception {
    Instant planned = Instant.now().plusMillis(300);
    BlockingQueue<Instant> others = new LinkedBlockingQueue<>();
    try (QuartzClockwork one = open("xa-a");
        QuartzClockwork other = open("xa-b")) {
      one.start(rings::add);
      other.start(others::add);
      one.add(planned);

      assertEquals(planned, next());
      assertTrue(others.isEmpty());
    }
  }

  @Test
  void a_database_that_cannot_be_opened_is_a_problem_with_a_next_step() {
    SQLiteDataSource nowhere = new SQLiteDataSource();
    nowhere.setUrl("jdbc:sqlite:" + folder.resolve("no/such/folder/hours.db"));

    ProblemException fault =
        assertThrows(
            ProblemException.class,
            () -> QuartzClockwork.lasting(new LastingStore(nowhere, "xa", false)));

    assertEquals("CLOCKWORK_FAILED", fault.problem().code());
  }

  @Test
  void the_tables_are_those_of_the_quartz_in_use_and_nothing_is_dropped() {
    assertEquals(
        11,
        QuartzTables.creates().stream()
            .filter(create -> create.startsWith("CREATE TABLE IF NOT EXISTS QRTZ_"))
            .count());
    assertTrue(QuartzTables.creates().stream().noneMatch(create -> create.contains("DROP")));
  }

  private QuartzClockwork open() {
    return open("xa-hoa-binh");
  }

  private QuartzClockwork open(String name) {
    return QuartzClockwork.lasting(new LastingStore(file(), name, false));
  }

  private DataSource file() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    SQLiteDataSource file = new SQLiteDataSource(config);
    file.setUrl("jdbc:sqlite:" + folder.resolve("hours.db"));
    return file;
  }

  /** Waits by another alarm clock, because tests never sleep. */
  private static void letPass(Instant instant) throws InterruptedException {
    BlockingQueue<Instant> passed = new LinkedBlockingQueue<>();
    try (QuartzClockwork clock = QuartzClockwork.inMemory()) {
      clock.start(passed::add);
      clock.add(instant.plusMillis(50));
      assertNotNull(passed.poll(10, TimeUnit.SECONDS));
    }
  }

  private Instant next() throws InterruptedException {
    Instant ring = rings.poll(10, TimeUnit.SECONDS);
    assertNotNull(ring, "no alarm within ten seconds");
    return ring;
  }
}

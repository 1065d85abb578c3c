// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import loalang.schedules.kit.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed as a power cut kills them; alarms are neither lost nor doubled. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillTest {
  private static final int PATIENCE_SECONDS = 60;

  private final List<Process> started = new ArrayList<>();
  private final Path folder;

  KillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void endProcesses() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void after_a_kill_the_sqlite_file_owes_what_did_not_ring_and_nothing_else() throws Exception {
    // Given
    Instant soon = Instant.now().plus(1500, ChronoUnit.MILLIS);
    Instant later = Instant.now().plusSeconds(3600);
    String file = folder.resolve("alarms.db").toString();
    BlockingQueue<String> before = start("sqlite", file, soon.toString(), later.toString());
    awaitLine(before, "ready");
    awaitLine(before, "ring " + soon);

    // When
    started.get(0).destroyForcibly().waitFor();
    Instant missed = Instant.now();
    try (QuartzClockwork writer = open(file)) {
      writer.add(missed);
    }
    BlockingQueue<String> after = start("sqlite", file);

    // Then
    assertEquals("ring " + missed, nextRing(after));
    assertTrue(after.stream().noneMatch(line -> line.contains(soon.toString())));
    started.get(1).destroyForcibly().waitFor();
    try (QuartzClockwork reader = open(file)) {
      BlockingQueue<Instant> owed = new LinkedBlockingQueue<>();
      reader.start(owed::add);
      assertNull(owed.poll(400, TimeUnit.MILLISECONDS));
    }
  }

  private static QuartzClockwork open(String file) {
    return QuartzClockwork.lasting(new LastingStore(Databases.sqlite(Path.of(file)), "xa", false));
  }

  @Test
  void of_two_schedulers_in_a_cluster_one_is_killed_and_each_alarm_rings_once() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      // Given
      Instant first = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
      List<String> alarms = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        alarms.add(first.plus(i * 500L, ChronoUnit.MILLIS).toString());
      }
      List<String> words = new ArrayList<>(List.of("postgres", server.url()));
      words.addAll(alarms);
      BlockingQueue<String> one = start(words.toArray(String[]::new));
      awaitLine(one, "ready");
      BlockingQueue<String> other = start("postgres", server.url());
      awaitLine(other, "ready");
      List<String> rings = new ArrayList<>(ringsUntil(alarms.size() / 3, one, other));

      // When
      started.get(0).destroyForcibly().waitFor();

      // Then
      awaitEnd(one).stream().filter(line -> line.startsWith("ring")).forEach(rings::add);
      while (rings.size() < alarms.size()) {
        rings.add(nextRing(other));
      }
      assertEquals(
          alarms,
          rings.stream()
              .map(ring -> Instant.parse(ring.substring(5)))
              .sorted()
              .map(Instant::toString)
              .toList());
    }
  }

  private BlockingQueue<String> start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KillableClock.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> copy(process, lines), "clock-output");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private static void copy(Process process, BlockingQueue<String> lines) {
    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .lines()
        .filter(line -> line.startsWith("ring") || line.equals("ready"))
        .forEach(lines::add);
    lines.add("end");
  }

  private static List<String> ringsUntil(
      int count, BlockingQueue<String> one, BlockingQueue<String> other)
      throws InterruptedException {
    List<String> rings = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (rings.size() < count && System.nanoTime() < deadline) {
      for (BlockingQueue<String> lines : List.of(one, other)) {
        String line = lines.poll(20, TimeUnit.MILLISECONDS);
        if (line != null) {
          rings.add(line);
        }
      }
    }
    return rings;
  }

  private static List<String> awaitEnd(BlockingQueue<String> lines) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (line != null && !line.equals("end")) {
      seen.add(line);
      line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    return seen;
  }

  private static void awaitLine(BlockingQueue<String> lines, String wanted)
      throws InterruptedException {
    assertEquals(wanted, lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private static String nextRing(BlockingQueue<String> lines) throws InterruptedException {
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (line != null && line.equals("ready")) {
      line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    return String.valueOf(line);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClockTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final long SECOND = 1_000_000_000L;
  private static final SpeakerId ONE = new SpeakerId("mot");

  @Test
  void a_speaker_is_answered_a_handful_of_times_then_once_in_five_seconds() {
    QuestionLimit limit = new QuestionLimit();
    for (int i = 0; i < QuestionLimit.AT_ONCE; i++) {
      assertTrue(limit.permits(ONE, NOON));
    }
    assertFalse(limit.permits(ONE, NOON));
    assertTrue(limit.permits(new SpeakerId("hai"), NOON), "others are not made to wait");
    assertFalse(limit.permits(ONE, NOON.plusSeconds(4)));
    assertTrue(limit.permits(ONE, NOON.plusSeconds(6)));
  }

  @Test
  void a_clock_that_is_set_while_we_look_away_is_seen() {
    ClockWatch watch = ClockWatch.from(NOON, 0).look(NOON.plusSeconds(5), 5 * SECOND);
    assertEquals(Optional.empty(), watch.problem());

    ClockWatch set = watch.look(NOON.plusSeconds(10 + 3600), 10 * SECOND);
    assertEquals("CLOCK_STEPPED", set.problem().map(Problem::code).orElse(""));
    assertEquals(Duration.ofHours(1), set.stepped().orElseThrow().by());

    ClockWatch later = set.look(NOON.plusSeconds(15 + 3600), 15 * SECOND);
    assertTrue(later.problem().isPresent(), "it is still worth knowing");
  }

  @Test
  void a_clock_that_is_slewed_is_none_that_is_set() {
    ClockWatch watch = ClockWatch.from(NOON, 0).look(NOON.plusMillis(5_900), 5 * SECOND);
    assertEquals(Optional.empty(), watch.problem());
  }

  @Test
  void a_time_server_that_keeps_the_clock_is_believed(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("synchronized"));
    assertEquals(Optional.empty(), new ClockSync(file, List.of(says("no"))).problem());
    Path none = directory.resolve("none");
    assertEquals(Optional.empty(), new ClockSync(none, List.of(says("yes"))).problem());
  }

  @Test
  void a_clock_nobody_keeps_is_said_and_a_system_that_cannot_tell_is_not_blamed(
      @TempDir Path directory) {
    Path none = directory.resolve("none");
    ClockSync.Question missing =
        new ClockSync.Question(List.of("no-such-command-here"), Pattern.compile("yes"));
    ClockSync.Question failing = new ClockSync.Question(List.of("false"), Pattern.compile("yes"));
    assertEquals(Optional.empty(), new ClockSync(none, List.of(missing, failing)).problem());
    Problem problem = new ClockSync(none, List.of(missing, says("no"))).problem().orElseThrow();
    assertEquals("CLOCK_NOT_SYNCHRONISED", problem.code());
  }

  private static ClockSync.Question says(String answer) {
    return new ClockSync.Question(List.of("echo", answer), Pattern.compile("yes"));
  }
}

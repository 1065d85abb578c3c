// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import loalang.controller.clock.QuestionLimit.Answer;
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
  void a_speaker_is_answered_two_rows_of_times_then_once_a_second() {
    QuestionLimit limit = new QuestionLimit();
    for (int i = 0; i < QuestionLimit.EACH.atOnce(); i++) {
      assertEquals(Answer.YES, limit.judge(ONE, NOON));
    }
    assertEquals(Answer.ASKS_TOO_OFTEN, limit.judge(ONE, NOON));
    assertEquals(Answer.YES, limit.judge(new SpeakerId("hai"), NOON), "others do not wait");
    assertEquals(Answer.ASKS_TOO_OFTEN, limit.judge(ONE, NOON.plusMillis(900)));
    assertEquals(Answer.YES, limit.judge(ONE, NOON.plusMillis(1_000)));
  }

  @Test
  void a_thousand_speakers_at_once_are_not_all_answered_but_again_the_next_second() {
    QuestionLimit limit = new QuestionLimit();

    assertEquals(QuestionLimit.ALL.atOnce(), answered(limit, NOON));
    assertEquals(QuestionLimit.ALL.aSecond(), answered(limit, NOON.plusSeconds(1)));
  }

  private static long answered(QuestionLimit limit, Instant now) {
    return IntStream.range(0, 1_000)
        .filter(i -> limit.judge(new SpeakerId("loa-" + i), now) == Answer.YES)
        .count();
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

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.order.Order;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent that is killed again and again while it lives through a plan. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledTest {
  private static final Tone SHORT = Tone.of(440, Duration.ofMillis(700));
  private static final int AIRINGS = 8;

  @Test
  void killed_at_random_moments_each_airing_begins_at_most_once_and_ends_exactly_once(
      @TempDir Path directory) throws Exception {
    Random random = new Random(20_261_122);
    try (Village village = new Village(directory, SHORT)) {
      // Given
      AgentProcess agent = village.newAgent();
      Instant first = Instant.now().plusSeconds(3);
      Order.Play[] plays = new Order.Play[AIRINGS];
      for (int i = 0; i < AIRINGS; i++) {
        plays[i] = Village.at(first.plusMillis(2_500L * i), "bai-so-" + i, SHORT);
      }
      village.office().plan(Village.plan(1, plays));
      village.held(1, 0);

      // When
      for (int i = 0; i < 5; i++) {
        Predicate<String> moment = moment(random.nextInt(4));
        agent.lines().await(moment);
        agent.kill();
        agent = village.agent();
      }

      // Then
      for (Order.Play play : plays) {
        village.end(play.airing().value());
      }
      village.office().acknowledge(true);
      List<NumberedReport> all = new ArrayList<>(village.office().seen().values());
      assertEquals(AIRINGS, counted(all, Report.Ended.class).size());
      assertTrue(
          counted(all, Report.Ended.class).values().stream().allMatch(times -> times == 1),
          counted(all, Report.Ended.class).toString());
      assertTrue(
          counted(all, Report.Started.class).values().stream().allMatch(times -> times == 1),
          counted(all, Report.Started.class).toString());
      assertTrue(village.chainHolds());
    }
  }

  /** When to strike: as soon as the agent says something of that kind. */
  private static Predicate<String> moment(int kind) {
    return switch (kind) {
      case 0 -> line -> line.contains("online");
      case 1 -> line -> line.contains("started");
      case 2 -> line -> line.contains("ended");
      default -> line -> line.contains("held") || line.contains("sound output");
    };
  }

  private static Map<String, Long> counted(
      List<NumberedReport> all, Class<? extends Report.OfAiring> kind) {
    return all.stream()
        .map(NumberedReport::report)
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(Collectors.groupingBy(one -> one.airing().value(), Collectors.counting()));
  }
}

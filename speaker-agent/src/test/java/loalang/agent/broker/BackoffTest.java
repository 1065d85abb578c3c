// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackoffTest {
  private static List<Long> waits(Backoff backoff, int count) {
    return Stream.generate(backoff::nextMillis).limit(count).toList();
  }

  @Test
  void it_waits_twice_as_long_each_time_up_to_half_a_minute() {
    assertEquals(
        List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L),
        waits(new Backoff(() -> 1), 9));
  }

  @Test
  void chance_spreads_it_from_half_to_whole() {
    assertEquals(List.of(125L, 250L), waits(new Backoff(() -> 0), 2));
  }

  @Test
  void after_a_connection_it_begins_anew() {
    Backoff backoff = new Backoff(() -> 1);
    waits(backoff, 5);
    backoff.reset();
    assertEquals(List.of(250L), waits(backoff, 1));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NodeClockTest {
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");

  private Instant system = SIX;
  private long nanos = 5;

  private NodeClock clock(boolean systemCounts) {
    return new NodeClock(() -> system, () -> nanos, systemCounts);
  }

  @Test
  void before_the_office_has_spoken_the_systems_clock_counts_without_a_bound() {
    NodeClock clock = clock(true);
    assertTrue(clock.isKnown());
    assertEquals(SIX, clock.instant());
    assertEquals(Optional.empty(), clock.bound());
  }

  @Test
  void a_system_that_was_never_set_and_a_box_without_a_chip_know_nothing() {
    assertFalse(clock(false).isKnown());
    system = Instant.EPOCH;
    assertFalse(clock(true).isKnown());
  }

  @Test
  void when_the_office_has_spoken_a_step_of_the_systems_clock_moves_nothing() {
    // Given
    NodeClock clock = clock(false);
    clock.learn(new Sample(5, SIX.plusSeconds(60), Duration.ofMillis(3)));
    Instant start = SIX.plusSeconds(70);
    assertTrue(clock.isKnown());
    assertEquals(5 + Duration.ofSeconds(10).toNanos(), clock.nanosAt(start));

    // When
    system = Instant.EPOCH;

    // Then
    assertEquals(SIX.plusSeconds(60), clock.instant());
    assertEquals(5 + Duration.ofSeconds(10).toNanos(), clock.nanosAt(start));
    assertEquals(Optional.of(Duration.ofMillis(3)), clock.bound());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who guesses waits longer each time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackOffTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BackOff backOff = new BackOff(3, MINUTE, Duration.ofMinutes(15));

  @Test
  void the_first_attempts_are_free_and_then_the_wait_doubles_to_its_end() {
    Instant now = NOON;
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Duration wait = backOff.wait("lan", now).orElse(Duration.ZERO);
      waits.add(wait.toMinutes());
      now = now.plus(wait);
      assertEquals(Optional.empty(), backOff.wait("lan", now)); // who waited may try
      backOff.tried("lan", now);
    }
    assertEquals(List.of(0L, 0L, 0L, 1L, 2L, 4L, 8L, 15L, 15L), waits);
  }

  @Test
  void many_at_once_gain_nothing() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Optional.empty(), backOff.wait("lan", NOON));
      backOff.tried("lan", NOON); // none of them has failed yet
    }
    assertEquals(Optional.of(MINUTE), backOff.wait("lan", NOON));
  }

  @Test
  void a_success_forgives_the_name_but_of_the_address_one_attempt_alone() {
    for (int i = 0; i < 3; i++) {
      backOff.tried("lan", NOON);
      backOff.tried("10.0.0.9", NOON);
    }
    backOff.forget("lan");
    backOff.forgiveOne("10.0.0.9");
    backOff.tried("lan", NOON);
    backOff.tried("10.0.0.9", NOON);
    assertEquals(Optional.empty(), backOff.wait("lan", NOON));
    assertEquals(Optional.of(MINUTE), backOff.wait("10.0.0.9", NOON));
  }

  @Test
  void another_name_is_not_punished() {
    for (int i = 0; i < 9; i++) {
      backOff.tried("lan", NOON);
    }
    assertEquals(Optional.empty(), backOff.wait("huong", NOON));
  }

  @Test
  void a_flood_of_invented_names_does_not_wash_the_guessed_one_away() {
    for (int i = 0; i < 4; i++) {
      backOff.tried("lan", NOON);
    }
    for (int i = 0; i < 20_000; i++) {
      backOff.tried("ma-" + i, NOON.plusSeconds(1));
    }
    assertEquals(Optional.of(Duration.ofSeconds(119)), backOff.wait("lan", NOON.plusSeconds(1)));
  }

  @Test
  void a_limit_of_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new BackOff(0, MINUTE, MINUTE));
    assertThrows(IllegalArgumentException.class, () -> new BackOff(1, Duration.ZERO, MINUTE));
    assertThrows(
        IllegalArgumentException.class, () -> new BackOff(1, MINUTE, Duration.ofSeconds(59)));
  }
}

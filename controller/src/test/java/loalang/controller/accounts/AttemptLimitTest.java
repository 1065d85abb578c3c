// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttemptLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  private final AttemptLimit limit = new AttemptLimit(3, Duration.ofMinutes(5));

  @Test
  void after_three_failures_nobody_tries_until_the_first_is_old() {
    fail(3);
    assertFalse(limit.mayTry("canbo", NOON.plusSeconds(10)));
    assertFalse(limit.mayTry("canbo", NOON.plusSeconds(299)));
    assertTrue(limit.mayTry("canbo", NOON.plusSeconds(300)));
  }

  @Test
  void two_failures_are_human() {
    fail(2);
    assertTrue(limit.mayTry("canbo", NOON.plusSeconds(10)));
  }

  @Test
  void a_success_forgives() {
    fail(2);
    limit.succeeded("canbo");
    fail(2);
    assertTrue(limit.mayTry("canbo", NOON.plusSeconds(10)));
  }

  @Test
  void another_name_is_not_punished() {
    fail(3);
    assertTrue(limit.mayTry("giamdoc", NOON.plusSeconds(10)));
  }

  @Test
  void a_limit_of_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new AttemptLimit(0, Duration.ofMinutes(1)));
    assertThrows(IllegalArgumentException.class, () -> new AttemptLimit(1, Duration.ZERO));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      limit.failed("canbo", NOON.plusSeconds(i));
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import loalang.protocol.SpeakerId;
import loalang.protocol.clock.ClockAnswer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DisciplineTest {
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  /** The truth: what the office's clock shows when a counter that is so much off shows this. */
  private static Instant truth(long nanos, double partsPerMillion) {
    return SIX.plusNanos(nanos + Math.round(nanos * partsPerMillion * 1e-6));
  }

  private static Sample sample(long asked, long there, long back, double ppm) {
    ClockAnswer answer =
        new ClockAnswer(
            new SpeakerId("loa-mot"),
            "AAECAwQFBgcICQoLDA0ODw",
            truth(asked + there, ppm),
            truth(asked + there, ppm).plusNanos(1_000_000));
    return Sample.of(asked, answer, asked + there + 1_000_000 + back).orElseThrow();
  }

  @Test
  void a_symmetric_way_tells_the_time_and_half_of_it_is_the_bound() {
    Discipline known = Discipline.of(sample(0, 20_000_000, 20_000_000, 0));
    assertEquals(truth(50_000_000, 0), known.instant(50_000_000));
    assertEquals(Duration.ofMillis(20), known.bound(20_500_000));
  }

  @Test
  void the_fastest_of_several_ways_is_believed() {
    Discipline known =
        Discipline.of(sample(0, 900_000_000, 5_000_000, 0))
            .with(sample(2 * SECOND, 3_000_000, 3_000_000, 0))
            .with(sample(3 * SECOND, 300_000_000, 800_000_000, 0));
    Duration wrong = Duration.between(truth(4 * SECOND, 0), known.instant(4 * SECOND)).abs();
    assertTrue(wrong.toNanos() < 1_000, "wrong by " + wrong);
    assertTrue(known.bound(4 * SECOND).toMillis() < 4);
  }

  @Test
  void the_bound_grows_until_the_next_answer() {
    Discipline known = Discipline.of(sample(0, 1_000_000, 1_000_000, 0));
    Duration after = known.bound(3_600 * SECOND);
    assertTrue(after.compareTo(Duration.ofMillis(360)) > 0, "after an hour " + after);
    assertTrue(after.compareTo(Duration.ofMillis(370)) < 0, "after an hour " + after);
  }

  @Test
  void a_rate_that_was_learned_keeps_a_pole_right_through_a_day_without_the_office() {
    // Given a quartz that is 60 parts in a million too slow
    Discipline known = Discipline.of(sample(0, 4_000_000, 4_000_000, 60));
    for (long at = 64; at <= 3_600; at += 64) {
      known = known.with(sample(at * SECOND, 4_000_000, 4_000_000, 60));
    }

    // When
    long tomorrow = 90_000 * SECOND;
    Duration wrong = Duration.between(truth(tomorrow, 60), known.instant(tomorrow)).abs();

    // Then
    assertTrue(wrong.toMillis() < 500, "unlearned it would be 5 s, is " + wrong);
    assertTrue(wrong.compareTo(known.bound(tomorrow)) <= 0);
  }

  @Test
  void an_office_whose_clock_was_set_is_followed() {
    Discipline known = Discipline.of(sample(0, 1_000_000, 1_000_000, 0));
    Sample after = new Sample(SECOND, SIX.plusSeconds(3_600), Duration.ofMillis(5));
    assertEquals(SIX.plusSeconds(3_601), known.with(after).instant(2 * SECOND));
  }

  @Test
  void impossible_and_endless_ways_tell_nothing() {
    ClockAnswer slow =
        new ClockAnswer(
            new SpeakerId("loa-mot"), "AAECAwQFBgcICQoLDA0ODw", SIX, SIX.plusSeconds(5));
    assertEquals(Optional.empty(), Sample.of(0, slow, SECOND));
    assertEquals(Optional.empty(), Sample.of(0, slow, 60 * SECOND));
    assertFalse(Sample.of(0, slow, 6 * SECOND).isEmpty());
  }

  @Test
  void whatever_the_ways_and_the_quartz_the_bound_is_never_too_small() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double ppm = random.nextDouble() * 180 - 90;
      Discipline known = null;
      long at = 0;
      for (int i = 0; i < 60; i++) {
        at += (long) (random.nextDouble() * 120 * SECOND);
        long there = (long) (-Math.log(1 - random.nextDouble()) * 80_000_000);
        long back = (long) (-Math.log(1 - random.nextDouble()) * 20_000_000);
        Sample one = sample(at, there, back, ppm);
        known = known == null ? Discipline.of(one) : known.with(one);
        long later = at + (long) (random.nextDouble() * 300 * SECOND);
        Duration wrong = Duration.between(truth(later, ppm), known.instant(later)).abs();
        Duration bound = known.bound(later).plusNanos(1_000); // the truth itself is rounded
        assertTrue(wrong.compareTo(bound) <= 0, "seed " + seed + ": " + wrong + " > " + bound);
      }
    }
  }
}

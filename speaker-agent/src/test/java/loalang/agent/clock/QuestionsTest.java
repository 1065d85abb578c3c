// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionsTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  @Test
  void after_a_connection_come_two_rows_and_then_one_question_now_and_then() {
    List<Long> asked = asked(300, Optional.empty());

    assertEquals(12, between(asked, 0, 6));
    assertEquals(0, between(asked, 6, 20));
    assertEquals(12, between(asked, 20, 26));
    assertEquals(4, between(asked, 26, 300), "one in 64 seconds");
  }

  @Test
  void a_row_is_asked_right_before_something_is_to_start() {
    List<Long> asked = asked(300, Optional.of(200 * SECOND));

    assertEquals(2, between(asked, 26, 182));
    assertEquals(12, between(asked, 182, 189));
    assertEquals(0, between(asked, 189, 200), "the moment itself is left alone");
  }

  @Test
  void each_pole_has_its_own_moment_for_it() {
    Questions early = idle(1);
    Questions late = idle(0);
    Optional<Long> start = Optional.of(200 * SECOND);

    assertTrue(early.beforeStart(start, 180 * SECOND).isDue(180 * SECOND));
    assertFalse(late.beforeStart(start, 189 * SECOND).isDue(189 * SECOND));
    assertTrue(late.beforeStart(start, 190 * SECOND).isDue(190 * SECOND));
  }

  @Test
  void starts_that_follow_each_other_do_not_make_the_questions_endless() {
    Questions questions = Questions.from(0, 0.5);
    int asked = 0;
    for (long now = 0; now < 600 * SECOND; now += 100 * MILLI) {
      questions = questions.beforeStart(Optional.of(now + SECOND), now);
      if (questions.isDue(now)) {
        questions = questions.asked(now);
        asked++;
      }
    }
    assertTrue(asked <= 600, asked + " in ten minutes, one a second at most");
  }

  @Test
  void a_counter_that_runs_over_is_none_the_worse() {
    long began = Long.MAX_VALUE - SECOND;
    Questions questions = Questions.from(began, 0.5);
    int asked = 0;
    for (long since = 0; since < 10 * SECOND; since += 100 * MILLI) {
      if (questions.isDue(began + since)) {
        questions = questions.asked(began + since);
        asked++;
      }
    }
    assertEquals(12, asked);
  }

  /** One that has asked its first rows and is due again much later. */
  private static Questions idle(double share) {
    Questions questions = Questions.from(0, share);
    for (int i = 0; i < 24; i++) {
      questions = questions.asked(150 * SECOND);
    }
    return questions;
  }

  private static List<Long> asked(long seconds, Optional<Long> start) {
    List<Long> asked = new ArrayList<>();
    Questions questions = Questions.from(0, 0.8);
    for (long now = 0; now < seconds * SECOND; now += 100 * MILLI) {
      questions = questions.beforeStart(start, now);
      if (questions.isDue(now)) {
        questions = questions.asked(now);
        asked.add(now);
      }
    }
    return asked;
  }

  private static long between(List<Long> asked, long from, long to) {
    return asked.stream().filter(at -> at >= from * SECOND && at < to * SECOND).count();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetainedAgainTest {
  private long nanos = Long.MAX_VALUE - 5; // the counter may run over

  @Test
  void at_the_start_and_every_six_hours_but_not_at_each_connection() {
    RetainedAgain again = new RetainedAgain(() -> nanos);
    assertTrue(again.isDue());
    assertTrue(again.isDue(), "until it was granted");
    again.done(again.wished());
    assertFalse(again.isDue());
    nanos += Duration.ofHours(6).toNanos() - 1;
    assertFalse(again.isDue());
    nanos += 1;
    assertTrue(again.isDue());
  }

  @Test
  void whoever_obeys_other_keys_asks_again_until_it_was_granted_since() {
    RetainedAgain again = new RetainedAgain(() -> nanos);
    long asked = again.wished();
    again.wish(); // while the first is on its way
    again.done(asked);
    assertTrue(again.isDue(), "what came meanwhile was judged by the keys of before");
    again.done(again.wished());
    assertFalse(again.isDue());
  }
}

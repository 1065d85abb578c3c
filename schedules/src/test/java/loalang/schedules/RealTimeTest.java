// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.EVERYWHERE;
import static loalang.schedules.Village.NOTICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Priority;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The book on real Quartz and the machine's clock. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealTimeTest {
  private record Fired(Cue cue, Instant at) {}

  private final BlockingQueue<Fired> fired = new LinkedBlockingQueue<>();

  @Test
  void now_sounds_within_a_second_and_a_cue_at_its_instant_and_each_once() throws Exception {
    try (ScheduleBook book = ScheduleBook.open(ClockworkSettings.usual())) {
      book.start(cue -> fired.add(new Fired(cue, Instant.now())));
      Instant soon = Instant.now().plusMillis(800);

      // Emergencies, because the test also runs at night.
      book.airNow(new CueId("now-1"), NOTICE, EVERYWHERE, Priority.EMERGENCY);
      book.schedule(
          new OneOff(
              new CueId("soon-1"), NOTICE, EVERYWHERE, Priority.EMERGENCY, soon, LateRule.USUAL));

      assertOnTime("now-1");
      assertOnTime("soon-1");
      assertNull(fired.poll(300, TimeUnit.MILLISECONDS));
    }
  }

  private void assertOnTime(String id) throws InterruptedException {
    Fired next = fired.poll(10, TimeUnit.SECONDS);
    assertNotNull(next, "no cue within ten seconds");
    assertEquals(id, next.cue().id().value());
    Duration late = Duration.between(next.cue().start(), next.at());
    assertTrue(late.toMillis() >= -5 && late.toMillis() <= 1000, id + " was late by " + late);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device whose quartz is wrong, and whose count comes in steps and is off by a constant. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaceTest {
  private static final int BLOCK = AudioOutput.FRAMES_PER_SECOND / 50;
  private static final int QUARTER_HOUR = 15 * 60 * 50; // blocks
  private static final double MILLISECOND = AudioOutput.FRAMES_PER_SECOND / 1_000.0;

  /** How far a quarter of an hour ends from where the clock would have it, in frames. */
  private static double apart(double partsPerMillion, boolean keepsPace) {
    Random random = new Random(7);
    Pace pace = new Pace();
    double drift = 0;
    for (int block = 0; block < QUARTER_HOUR; block++) {
      drift += BLOCK * partsPerMillion * 1e-6;
      double count = drift + 90 + random.nextInt(480); // a period of 10 ms, and a constant
      int frames = pace.correction(count);
      drift -= keepsPace ? frames : 0;
    }
    return drift;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-300, -90, -20, 20, 90, 300})
  void a_quarter_of_an_hour_ends_together_with_the_clock(double partsPerMillion) {
    assertTrue(Math.abs(apart(partsPerMillion, true)) < 5 * MILLISECOND);
    assertTrue(Math.abs(apart(partsPerMillion, false)) > 15 * MILLISECOND);
  }

  @Test
  void a_good_quartz_is_left_alone() {
    Pace pace = new Pace();
    Random random = new Random(11);
    int played = 0;
    for (int block = 0; block < QUARTER_HOUR; block++) {
      played += Math.abs(pace.correction(-200 + random.nextGaussian() * 60));
    }
    assertTrue(played <= 4, played + " frames");
  }

  @Test
  void a_clock_that_was_set_moves_nothing() {
    Pace pace = new Pace();
    for (int block = 0; block < 2_000; block++) {
      assertEquals(0, pace.correction(0));
    }
    for (int block = 0; block < 200; block++) {
      assertEquals(0, pace.correction(48_000));
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import loalang.agent.playout.Rendering;
import loalang.protocol.report.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten seconds are due: 480,000 frames. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenderingRuleTest {
  private static final long DUE = 480_000;

  private static RenderingRule.Observed seen(long written, long consumed, long millis) {
    return new RenderingRule.Observed(
        DUE, written, consumed, TimeUnit.MILLISECONDS.toNanos(millis), written < DUE, false);
  }

  @ParameterizedTest(name = "written {0}, counted {1}, in {2} ms: {3}")
  @CsvSource({
    "480000, 480000, 10000, PLAYED 480000",
    "480000, 480000,  9800, PLAYED 480000",
    "480000, 480000,  9799, FAILED_NOT_RENDERED 470352", // a device that runs fast
    "480000, 480000,     5, FAILED_NOT_RENDERED 240", // the null device
    "480000, 479999, 11000, FAILED_NOT_RENDERED 479999", // it stood still before the end
    "240000, 240000, 10000, FAILED_NOT_RENDERED 240000", // a dead sound server takes less
    "     0,      0, 10000, FAILED_NOT_RENDERED 0",
    "480000, 900000, 10000, PLAYED 480000" // a count that includes silence
  })
  void a_device_is_believed_only_if_everything_fits(
      long written, long consumed, long millis, String expected) {
    Rendering rendering = new RenderingRule(false).judge(seen(written, consumed, millis));
    assertEquals(expected, rendering.outcome() + " " + rendering.framesRendered());
    assertEquals(DUE, rendering.framesDue());
  }

  @Test
  void unpaced_relaxes_time_and_nothing_else() {
    RenderingRule unpaced = new RenderingRule(true);
    assertEquals(new Rendering(Outcome.PLAYED, DUE, DUE), unpaced.judge(seen(DUE, DUE, 1)));
    assertEquals(
        new Rendering(Outcome.FAILED_NOT_RENDERED, DUE, DUE - 1),
        unpaced.judge(seen(DUE, DUE - 1, 1)));
  }

  @Test
  void halted_it_is_partial_unless_it_was_whole() {
    RenderingRule rule = new RenderingRule(false);
    long tenSeconds = TimeUnit.SECONDS.toNanos(10);
    assertEquals(
        new Rendering(Outcome.PARTIAL, DUE, 96_000),
        rule.judge(new RenderingRule.Observed(DUE, 105_600, 96_000, tenSeconds / 5, false, true)));
    assertEquals(
        new Rendering(Outcome.PLAYED, DUE, DUE),
        rule.judge(new RenderingRule.Observed(DUE, DUE, DUE, tenSeconds, false, true)));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How models are run.
 *
 * @param tempo 0.5 to 2; how much slower than the model's own pace: 1.25 lasts a quarter longer
 * @param atOnce 1 to 16: how many sentences are spoken at the same time, each on one thread
 * @param timeLimit over 0; how long one run of a model may take before it is ended
 * @param freeBytes how much memory the machine has left, asked before a model is loaded
 * @throws IllegalArgumentException if a value is out of range
 */
public record PiperSettings(double tempo, int atOnce, Duration timeLimit, LongSupplier freeBytes) {
  /** The model's own pace, at most four sentences at once, a minute for each. */
  public static final PiperSettings STANDARD =
      new PiperSettings(
          1,
          Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
          Duration.ofMinutes(1),
          FreeMemory::bytes);

  public PiperSettings {
    if (!(tempo >= 0.5 && tempo <= 2)) {
      throw new IllegalArgumentException("A tempo is 0.5 to 2, was %s.".formatted(tempo));
    }
    if (atOnce < 1 || atOnce > 16) {
      throw new IllegalArgumentException("1 to 16 run at once, was %d.".formatted(atOnce));
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("A time limit is over 0, was %s.".formatted(timeLimit));
    }
  }
}

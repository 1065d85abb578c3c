// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.espeak;

import java.time.Duration;

/**
 * How espeak-ng is run.
 *
 * @param program its name on the PATH, or its path
 * @param wordsPerMinute 80 to 300; the speed asked for with {@code -s}
 * @param amplitude 1 to 100; asked for with {@code -a}: above 80 its peaks pass full scale
 * @param timeLimit over 0; how long one utterance may take before the process is killed
 * @throws IllegalArgumentException if a value is out of range
 */
public record EspeakSettings(
    String program, int wordsPerMinute, int amplitude, Duration timeLimit) {
  /** As measured best for Vietnamese: 130 words a minute, 80 of 100, 20 seconds. */
  public static final EspeakSettings STANDARD =
      new EspeakSettings("espeak-ng", 130, 80, Duration.ofSeconds(20));

  public EspeakSettings {
    if (program.isBlank()) {
      throw new IllegalArgumentException("A program has a name.");
    }
    if (wordsPerMinute < 80 || wordsPerMinute > 300) {
      throw new IllegalArgumentException(
          "A speed is 80 to 300 words a minute, was %d.".formatted(wordsPerMinute));
    }
    if (amplitude < 1 || amplitude > 100) {
      throw new IllegalArgumentException("An amplitude is 1 to 100, was %d.".formatted(amplitude));
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("A time limit is over 0, was %s.".formatted(timeLimit));
    }
  }
}

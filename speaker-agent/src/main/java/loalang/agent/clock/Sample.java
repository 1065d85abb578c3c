// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import loalang.protocol.clock.ClockAnswer;

/**
 * What one question and its answer tell: at this reading of our counter it was that time at the
 * office, give or take half of what the way took (RFC 5905 §8, with a bound in place of a guess
 * about how the way divides).
 *
 * @param nanos our monotonic counter
 * @param office the office's clock then
 * @param error how wrong that is at most, 0 or more
 */
public record Sample(long nanos, Instant office, Duration error) {
  /** An answer that took longer tells too little. */
  private static final Duration LONGEST_WAY = Duration.ofSeconds(10);

  /**
   * The sample of four instants; empty if they cannot be true together, or took too long.
   *
   * @param asked our counter when the question left
   * @param heard our counter when the answer came
   */
  public static Optional<Sample> of(long asked, ClockAnswer answer, long heard) {
    Duration office = Duration.between(answer.receivedAt(), answer.answeredAt());
    Duration way = Duration.ofNanos(heard - asked).minus(office);
    if (way.isNegative() || way.compareTo(LONGEST_WAY) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Sample(
            asked + (heard - asked) / 2,
            answer.receivedAt().plus(office.dividedBy(2)),
            way.dividedBy(2)));
  }
}

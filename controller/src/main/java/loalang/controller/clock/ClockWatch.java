// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import loalang.protocol.Problem;

/**
 * Sees whether the machine's clock was set while the office ran: it is held against a counter
 * nobody sets. Immutable; told both.
 *
 * @param wall the clock at the last look
 * @param counterNanos the counter at the last look
 * @param stepped the last step that was seen; empty if none
 */
public record ClockWatch(Instant wall, long counterNanos, Optional<Step> stepped) {
  /** Less than this may be the two readings' own distance, or a clock that is being slewed. */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  /**
   * The clock was set.
   *
   * @param at by the clock after it
   * @param by how much it was set on; negative if it was set back
   */
  public record Step(Instant at, Duration by) {}

  /** A watch that begins now. */
  public static ClockWatch from(Instant wall, long counterNanos) {
    return new ClockWatch(wall, counterNanos, Optional.empty());
  }

  /** The watch after another look. */
  public ClockWatch look(Instant now, long nanos) {
    Instant expected = wall.plusNanos(nanos - counterNanos);
    Duration off = Duration.between(expected, now);
    Optional<Step> seen =
        off.abs().compareTo(TOLERANCE) > 0 ? Optional.of(new Step(now, off)) : stepped;
    return new ClockWatch(now, nanos, seen);
  }

  /** What an operator is told about the last step. */
  public Optional<Problem> problem() {
    return stepped.map(
        step ->
            new Problem(
                "CLOCK_STEPPED",
                "The office's clock was set by %.1f s; it is %s."
                    .formatted(step.by().toMillis() / 1000.0, step.at()),
                "Let the system keep its clock by NTP: timedatectl set-ntp true."));
  }
}

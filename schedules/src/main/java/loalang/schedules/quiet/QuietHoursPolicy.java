// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quiet;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import loalang.protocol.Priority;
import loalang.protocol.Problem;

/** Decides whether a priority may begin to sound at an instant. Pure, any thread. */
public final class QuietHoursPolicy {
  private QuietHoursPolicy() {}

  /**
   * Judges one start.
   *
   * @param what named in the problem as the officer knows it
   * @return why it must not sound, or empty if it may
   */
  public static Optional<Problem> refusal(
      QuietHours quiet, Priority priority, Instant start, String what) {
    if (priority == Priority.EMERGENCY || !quiet.cover(start)) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.ofInstant(start, quiet.zone());
    return Optional.of(
        new Problem(
            "RUNDOWN_QUIET_HOURS",
            "%s at %s lies in quiet hours %s.".formatted(what, time, quiet),
            "Move it to %s or later, or ask for priority emergency.".formatted(quiet.until())));
  }
}

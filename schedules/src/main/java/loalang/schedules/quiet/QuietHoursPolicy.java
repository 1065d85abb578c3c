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
   * Something that sounds.
   *
   * @param start inclusive
   * @param end exclusive, not before the start
   */
  public record Stretch(Instant start, Instant end) {}

  /**
   * Judges one start, whose length is not known.
   *
   * @param what named in the problem as the officer knows it
   * @return why it must not sound, or empty if it may
   */
  public static Optional<Problem> refusal(
      QuietHours quiet, Priority priority, Instant start, String what) {
    return refusal(quiet, priority, new Stretch(start, start), what);
  }

  /**
   * Judges something from its first to its last moment.
   *
   * @param what named in the problem as the officer knows it
   * @return why it must not sound, or empty if it may
   */
  public static Optional<Problem> refusal(
      QuietHours quiet, Priority priority, Stretch sound, String what) {
    if (priority == Priority.EMERGENCY || !quiet.touch(sound.start(), sound.end())) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.ofInstant(sound.start(), quiet.zone());
    if (quiet.cover(sound.start())) {
      return Optional.of(
          new Problem(
              "RUNDOWN_QUIET_HOURS",
              "%s at %s lies in quiet hours %s.".formatted(what, time, quiet),
              ("Move it to %s or later, have a second person release it, or ask for"
                      + " priority emergency.")
                  .formatted(quiet.until())));
    }
    return Optional.of(
        new Problem(
            "RUNDOWN_QUIET_HOURS",
            "%s at %s would still sound when quiet hours %s begin.".formatted(what, time, quiet),
            "Start it earlier, so that it ends by %s, or have a second person release it."
                .formatted(quiet.from())));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import loalang.agent.playout.Rendering;
import loalang.protocol.report.Outcome;

/**
 * When a device may be believed. A dead sound server throws nothing and takes fewer bytes; a null
 * device takes everything at once. So an airing was played only if every frame was written, no
 * write came back short, the device counts every frame as consumed, and it took the time it takes.
 *
 * @param unpaced true relaxes the rule of time, for a test device that runs faster than the clock
 */
public record RenderingRule(boolean unpaced) {
  private static final double SHARE_OF_TIME = 0.98;
  private static final double NANOS_PER_FRAME = 1e9 / AudioOutput.FRAMES_PER_SECOND;

  /**
   * What was observed.
   *
   * @param framesDue what playing it whole takes
   * @param framesWritten what the line took
   * @param framesConsumed what the device counted
   * @param elapsedNanos from the first write until the device was done
   * @param shortWrite true if a write took less than it was given
   * @param halted true if it was told to be silent
   */
  public record Observed(
      long framesDue,
      long framesWritten,
      long framesConsumed,
      long elapsedNanos,
      boolean shortWrite,
      boolean halted) {}

  /** What may be believed of what was observed. */
  public Rendering judge(Observed seen) {
    long rendered = believable(seen);
    if (rendered == seen.framesDue() && seen.framesDue() > 0 && inTime(seen)) {
      return new Rendering(Outcome.PLAYED, seen.framesDue(), rendered);
    }
    Outcome outcome = seen.halted() ? Outcome.PARTIAL : Outcome.FAILED_NOT_RENDERED;
    return new Rendering(outcome, seen.framesDue(), rendered);
  }

  /** Never more than was due, written, counted, or possible in the time. */
  private long believable(Observed seen) {
    long most = Math.min(seen.framesDue(), Math.min(seen.framesWritten(), seen.framesConsumed()));
    if (unpaced || inTime(seen)) {
      return Math.max(0, most);
    }
    return Math.max(0, Math.min(most, (long) (seen.elapsedNanos() / NANOS_PER_FRAME)));
  }

  private boolean inTime(Observed seen) {
    double dueNanos = seen.framesDue() * NANOS_PER_FRAME;
    return unpaced || seen.elapsedNanos() >= dueNanos * SHARE_OF_TIME;
  }
}

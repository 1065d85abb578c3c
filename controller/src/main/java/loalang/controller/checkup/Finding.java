// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * What was found where one looked.
 *
 * @param check what was looked at
 * @param level how it stands
 * @param found a few words or figures that need no language; may be empty
 * @param problem what is wrong and what to do; empty if nothing is
 */
public record Finding(Check check, Level level, String found, Optional<Problem> problem) {

  /** What is looked at, in the order it is shown. */
  public enum Check {
    /** The Java that runs. */
    JAVA,
    /** The Vietnamese voice that is always there. */
    VOICE,
    /** Room on the disk. */
    DISK,
    /** A sound device; only a loudspeaker on this machine needs one. */
    SOUND,
    /** Whether the clock is kept. */
    CLOCK,
    /** The broker, as the running office sees it. */
    BROKER,
    /** The newest copy of the office. */
    COPY
  }

  /** How it stands. */
  public enum Level {
    /** Nothing is to be done. */
    WELL,
    /** The main job can be done without it; somebody should see to it. */
    WARNING,
    /** The main job cannot be done. */
    BROKEN
  }

  static Finding well(Check check, String found) {
    return new Finding(check, Level.WELL, found, Optional.empty());
  }

  static Finding warning(Check check, Problem problem) {
    return new Finding(check, Level.WARNING, "", Optional.of(problem));
  }

  static Finding broken(Check check, Problem problem) {
    return new Finding(check, Level.BROKEN, "", Optional.of(problem));
  }

  /** True if the main job cannot be done. */
  public boolean isBroken() {
    return level == Level.BROKEN;
  }
}

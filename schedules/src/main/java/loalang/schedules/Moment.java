// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

/** The instants of a cue's life at which something has to be decided. */
public enum Moment {
  /** Some time before the start: is the recording there, is it approved? */
  PREPARE,
  /** Shortly before the start: from now on the plan for this cue does not change. */
  FREEZE,
  /** The start itself; {@link CueListener#onCue} hears it. */
  AIR,
  /** After the last instant at which it may still sound: who has not reported is missing. */
  DEADLINE
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import loalang.protocol.Problem;

/** What becomes of a cue when its moment has come. */
sealed interface CueDecision {
  Cue cue();

  /** The moment that is settled by it. */
  default Moment moment() {
    return Moment.AIR;
  }

  record Fire(Cue cue) implements CueDecision {}

  record Skip(Cue cue, Problem why) implements CueDecision {}

  /** Another moment than the start has come; {@code tell} is false if it is of no use any more. */
  record Told(Cue cue, Moment moment, boolean tell) implements CueDecision {}
}

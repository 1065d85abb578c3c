// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import loalang.protocol.Problem;

/** What becomes of a cue when its moment has come. */
sealed interface CueDecision {
  Cue cue();

  record Fire(Cue cue) implements CueDecision {}

  record Skip(Cue cue, Problem why) implements CueDecision {}
}

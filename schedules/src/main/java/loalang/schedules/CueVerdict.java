// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import loalang.protocol.Problem;

/** The answer to a wish to air something: it will sound, or why it will not. */
public sealed interface CueVerdict {

  /** The cue stands in the rundown; it fires at its start. */
  record Planned(Cue cue) implements CueVerdict {}

  /** Nothing was planned; the problem says why and what to do. */
  record Refused(Problem why) implements CueVerdict {}
}

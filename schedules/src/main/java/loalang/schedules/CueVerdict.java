// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import loalang.protocol.Problem;
import loalang.schedules.release.Held;
import loalang.schedules.rundown.Conflict.Decider;

/** The answer to a wish to air something: it will sound, or why it will not. */
public sealed interface CueVerdict {

  /** The cue stands in the rundown; it fires at its start. */
  record Planned(Cue cue) implements CueVerdict {}

  /** Nothing was planned; the problem says why and what to do. */
  sealed interface Refused extends CueVerdict {
    /** The reason, with the next step. */
    Problem why();

    /** Who may decide otherwise. */
    Decider decider();
  }

  /** Nobody can let it sound as it was asked for. */
  record NotAllowed(Problem why) implements Refused {
    @Override
    public Decider decider() {
      return Decider.RULE;
    }
  }

  /** It waits in the book, unheard, until two different people release it. */
  record NeedsSecondPerson(Held held) implements Refused {
    @Override
    public Problem why() {
      return held.why();
    }

    @Override
    public Decider decider() {
      return Decider.APPROVER;
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import loalang.agent.journal.Fact;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Playout;
import loalang.agent.playout.Step;

/**
 * Something happened: the facts that are the cause, and the step they lead to. They become true
 * together, in one record of the journal, or not at all.
 */
record Change(List<Fact> causes, Step step) {

  /** What happened, to be worked out from the state at the moment it is written down. */
  interface Event {
    Change from(Playout playout, Instant now);
  }

  static Change of(Step step) {
    return new Change(List.of(), step);
  }

  /** The same, and in the same record what follows from it. */
  Change then(Function<Playout, Step> more) {
    Step next = more.apply(step.next());
    List<Effect> effects = new ArrayList<>(step.effects());
    effects.addAll(next.effects());
    return new Change(causes, new Step(next.next(), effects));
  }
}

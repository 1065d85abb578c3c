// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.util.Optional;
import loalang.controller.dispatch.Foreknowledge;
import loalang.protocol.AiringId;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/** What the speakers know by their plans, as far as they have said so. */
public final class KnownPlans implements Foreknowledge {
  @Override
  public AiringId airingOf(Handle handle, Cue cue) {
    return PlanStore.nameOf(handle, cue.id());
  }

  @Override
  public Optional<Known> known(Handle handle, AiringId airing) {
    return PlanStore.entry(handle, airing)
        .map(entry -> new Known(entry.what(), entry.plays(), HeldStore.holding(handle, airing)));
  }
}

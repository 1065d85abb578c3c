// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.util.Optional;
import loalang.protocol.AiringId;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/** An office that sends orders only. */
final class NoPlans implements Foreknowledge {
  @Override
  public AiringId airingOf(Handle handle, Cue cue) {
    return new AiringId(cue.id().value());
  }

  @Override
  public Optional<Known> known(Handle handle, AiringId airing) {
    return Optional.empty();
  }
}

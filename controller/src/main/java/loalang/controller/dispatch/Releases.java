// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.util.Optional;
import loalang.protocol.order.Release;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/** Which two people let this cue out? Blocking, in the caller's transaction. */
@FunctionalInterface
public interface Releases {
  /** Nobody lets anything out. */
  Releases NONE = (handle, cue) -> Optional.empty();

  /** The two people, or empty if the cue needs none or has none. */
  Optional<Release> of(Handle handle, Cue cue);
}

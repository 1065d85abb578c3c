// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.util.Optional;
import loalang.protocol.order.Release;
import loalang.schedules.Cue;

/** Which two people let this cue out? Asked on any thread; answers at once. */
@FunctionalInterface
public interface Releases {
  /** Nobody lets anything out. */
  Releases NONE = cue -> Optional.empty();

  /** The two people, or empty if the cue needs none or has none. */
  Optional<Release> of(Cue cue);
}

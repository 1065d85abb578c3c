// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;

/**
 * Airings that never sound again: those that are over, and those stopped before their order came.
 * Bounded; the oldest are forgotten, long after their orders have expired. Immutable.
 */
record Past(Set<AiringId> over, Set<AiringId> stopped) {
  static final int MOST_OVER = 8_192;
  static final int MOST_STOPPED = 256;
  static final Past EMPTY = new Past(Set.of(), Set.of());

  Past withOver(Collection<AiringId> airings) {
    return airings.isEmpty()
        ? this
        : new Past(added(over, airings, MOST_OVER), without(stopped, airings));
  }

  Past withStopped(Collection<AiringId> airings) {
    return airings.isEmpty() ? this : new Past(over, added(stopped, airings, MOST_STOPPED));
  }

  List<AiringId> overOldestFirst() {
    return List.copyOf(over);
  }

  List<AiringId> stoppedOldestFirst() {
    return List.copyOf(stopped);
  }

  private static Set<AiringId> added(Set<AiringId> all, Collection<AiringId> airings, int most) {
    LinkedHashSet<AiringId> changed = new LinkedHashSet<>(all);
    changed.addAll(airings);
    while (changed.size() > most) {
      changed.remove(changed.iterator().next());
    }
    return changed;
  }

  private static Set<AiringId> without(Set<AiringId> all, Collection<AiringId> airings) {
    if (Collections.disjoint(all, airings)) {
      return all;
    }
    LinkedHashSet<AiringId> changed = new LinkedHashSet<>(all);
    changed.removeAll(airings);
    return changed;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;

/**
 * Airings that never sound again: those that are over, and those stopped before their order came.
 * Bounded; the oldest are forgotten, long after their orders have expired. Immutable.
 */
record Past(Set<AiringId> over, Set<AiringId> stopped) {
  static final int MOST_OVER = 4_096;
  static final int MOST_STOPPED = 256;
  static final Past EMPTY = new Past(Set.of(), Set.of());

  Past withOver(AiringId airing) {
    return new Past(added(over, airing, MOST_OVER), without(stopped, airing));
  }

  Past withStopped(AiringId airing) {
    return new Past(over, added(stopped, airing, MOST_STOPPED));
  }

  List<AiringId> overOldestFirst() {
    return List.copyOf(over);
  }

  List<AiringId> stoppedOldestFirst() {
    return List.copyOf(stopped);
  }

  private static Set<AiringId> added(Collection<AiringId> all, AiringId airing, int most) {
    LinkedHashSet<AiringId> changed = new LinkedHashSet<>(all);
    changed.add(airing);
    while (changed.size() > most) {
      changed.remove(changed.iterator().next());
    }
    return changed;
  }

  private static Set<AiringId> without(Set<AiringId> all, AiringId airing) {
    if (!all.contains(airing)) {
      return all;
    }
    LinkedHashSet<AiringId> changed = new LinkedHashSet<>(all);
    changed.remove(airing);
    return changed;
  }
}

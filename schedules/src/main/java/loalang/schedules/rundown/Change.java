// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.schedules.Cue;
import loalang.schedules.CueId;

/** One difference between two rundowns: what an officer is shown before a change is saved. */
public sealed interface Change {

  /** The instant by which changes are listed: the earlier of the two starts. */
  Cue first();

  /** Will be heard, was not. */
  record Added(PlannedItem item) implements Change {
    @Override
    public Cue first() {
      return item.cue();
    }
  }

  /** Was to be heard, will not. */
  record Removed(PlannedItem item) implements Change {
    @Override
    public Cue first() {
      return item.cue();
    }
  }

  /** The same cue, but another start, place, sound, urgency or lateness. */
  record Altered(PlannedItem before, PlannedItem after) implements Change {
    @Override
    public Cue first() {
      return after.cue().start().isBefore(before.cue().start()) ? after.cue() : before.cue();
    }
  }

  /** Every difference, earliest first; empty if nothing an ear could notice changes. */
  static List<Change> between(Rundown before, Rundown after) {
    Map<CueId, PlannedItem> gone = new LinkedHashMap<>();
    before.items().forEach(item -> gone.put(item.cue().id(), item));
    List<Change> changes = new ArrayList<>();
    for (PlannedItem item : after.items()) {
      PlannedItem old = gone.remove(item.cue().id());
      if (old == null) {
        changes.add(new Added(item));
      } else if (!old.cue().equals(item.cue())) {
        changes.add(new Altered(old, item));
      }
    }
    gone.values().forEach(item -> changes.add(new Removed(item)));
    changes.sort(
        Comparator.comparing((Change change) -> change.first().start())
            .thenComparing(change -> change.first().id().value()));
    return List.copyOf(changes);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.zones.ZoneTree;

/**
 * What sounds in a stretch of time, and what does not although somebody asked for it.
 *
 * @param items earliest first, at one instant the most urgent first, then by id
 * @param conflicts in the order of their reasons
 */
public record Rundown(List<PlannedItem> items, List<Conflict> conflicts) {
  private static final Comparator<PlannedItem> ORDER =
      Comparator.comparing((PlannedItem item) -> item.cue().start())
          .thenComparing(item -> item.cue().priority(), Comparator.reverseOrder())
          .thenComparing(item -> item.cue().id().value());
  private static final Comparator<Conflict> BY_REASON =
      Comparator.comparing((Conflict conflict) -> conflict.airing().value())
          .thenComparing(conflict -> conflict.why().toString());

  public Rundown {
    items = items.stream().sorted(ORDER).toList();
    conflicts = conflicts.stream().sorted(BY_REASON).toList();
  }

  /** What fires, in order. */
  public List<Cue> cues() {
    return items.stream().map(PlannedItem::cue).toList();
  }

  /** Why something is not heard, each reason once: a slot refused every day is named once. */
  public List<Problem> problems() {
    return reasons(conflict -> true);
  }

  /** Why something of these programmes and campaigns is not heard, each reason once. */
  public List<Problem> problemsOf(Set<ProgrammeId> ids) {
    return reasons(
        conflict ->
            ids.stream().anyMatch(id -> conflict.airing().value().startsWith(id.value() + "--")));
  }

  private List<Problem> reasons(Predicate<Conflict> which) {
    return conflicts.stream()
        .filter(conflict -> conflict.outcome() == Conflict.Outcome.NOT_HEARD)
        .filter(which)
        .map(Conflict::why)
        .distinct()
        .sorted(Comparator.comparing(Problem::toString))
        .toList();
  }

  /** What sounds at this instant in any of this zone's clusters. */
  public List<PlannedItem> soundingAt(PagingZone zone, Instant instant, ZoneTree tree) {
    Set<PagingZone> here = tree.clustersOf(Set.of(zone));
    return items.stream()
        .filter(item -> item.soundsAt(instant))
        .filter(item -> tree.clustersOf(item.cue().zones()).stream().anyMatch(here::contains))
        .toList();
  }
}

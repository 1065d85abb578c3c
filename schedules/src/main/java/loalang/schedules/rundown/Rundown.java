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
  /** Earliest first, at one instant the most urgent first, then by id. */
  public static final Comparator<PlannedItem> ORDER =
      Comparator.comparing((PlannedItem item) -> item.cue().start())
          .thenComparing(item -> item.cue().priority(), Comparator.reverseOrder())
          .thenComparing(item -> item.cue().id().value());

  private static final Comparator<Conflict> BY_REASON =
      Comparator.comparing((Conflict conflict) -> conflict.airing().value())
          .thenComparing(conflict -> conflict.why().code())
          .thenComparing(conflict -> conflict.why().whatHappened());

  public Rundown {
    items = items.stream().sorted(ORDER).toList();
    conflicts = conflicts.stream().sorted(BY_REASON).toList();
  }

  /** What fires, in order. */
  public List<Cue> cues() {
    return items.stream().map(PlannedItem::cue).toList();
  }

  /**
   * Why something is not heard or is in doubt, each reason once: a slot refused every day is named
   * once.
   */
  public List<Problem> problems() {
    return reasons(conflict -> true);
  }

  /** The same for these programmes and campaigns alone. */
  public List<Problem> problemsOf(Set<ProgrammeId> ids) {
    return reasons(
        conflict ->
            ids.stream().anyMatch(id -> conflict.airing().value().startsWith(id.value() + "--")));
  }

  private List<Problem> reasons(Predicate<Conflict> which) {
    return conflicts.stream()
        .filter(conflict -> conflict.outcome() != Conflict.Outcome.MOVED)
        .filter(which)
        .map(Conflict::why)
        .distinct()
        .sorted(Comparator.comparing(Problem::toString))
        .toList();
  }

  /** What sounds at this instant in any of this zone's clusters. */
  public List<PlannedItem> soundingAt(PagingZone zone, Instant instant, ZoneTree tree) {
    Set<PagingZone> here = tree.clustersOf(Set.of(zone));
    Set<PagingZone> names = tree.namesOf(here);
    return items.stream()
        .filter(item -> item.maySoundAt(instant))
        .filter(item -> meet(item.cue().zones(), names))
        .filter(item -> item.soundsAt(instant, common(here, item, tree)))
        .toList();
  }

  private static Set<PagingZone> common(Set<PagingZone> here, PlannedItem item, ZoneTree tree) {
    Set<PagingZone> common = tree.clustersOf(item.cue().zones());
    common.retainAll(here);
    return common;
  }

  /**
   * What concerns any of this zone's clusters; of the conflicts those that name no place too.
   *
   * @param zone of the tree, or a group
   */
  public Rundown in(PagingZone zone, ZoneTree tree) {
    return meeting(tree.namesOf(tree.clustersOf(Set.of(zone))));
  }

  /** What is addressed by one of these names. */
  Rundown meeting(Set<PagingZone> names) {
    return new Rundown(
        items.stream().filter(item -> meet(item.cue().zones(), names)).toList(),
        conflicts.stream()
            .filter(conflict -> conflict.zones().isEmpty() || meet(conflict.zones(), names))
            .toList());
  }

  private static boolean meet(Set<PagingZone> some, Set<PagingZone> others) {
    return some.size() < others.size()
        ? some.stream().anyMatch(others::contains)
        : others.stream().anyMatch(some::contains);
  }
}

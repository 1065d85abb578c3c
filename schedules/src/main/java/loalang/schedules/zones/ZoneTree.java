// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.zones;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import org.jspecify.annotations.Nullable;

/**
 * Which zones lie in which, and which are grouped across the tree (all schools, all markets).
 * Immutable; two trees with the same zones and groups are equal.
 */
public final class ZoneTree {
  /** No tree and no group: every zone stands for itself. */
  public static final ZoneTree NONE = new ZoneTree(Map.of(), Map.of());

  private final Map<PagingZone, PagingZone> parents;
  private final Map<PagingZone, Set<PagingZone>> groups;
  private final Map<PagingZone, Set<PagingZone>> children = new LinkedHashMap<>();

  /**
   * A tree.
   *
   * @param parents child to parent; without a circle
   * @param groups a group's name to the zones it gathers; a name is never also a zone of the tree
   * @throws IllegalArgumentException if a zone lies in itself or a group has the name of a zone
   */
  public ZoneTree(Map<PagingZone, PagingZone> parents, Map<PagingZone, Set<PagingZone>> groups) {
    this.parents = Map.copyOf(parents);
    Map<PagingZone, Set<PagingZone>> copied = new LinkedHashMap<>();
    groups.forEach((name, members) -> copied.put(name, Set.copyOf(members)));
    this.groups = Map.copyOf(copied);
    this.parents.keySet().forEach(zone -> refuseCircle(zone, this.parents));
    this.groups.keySet().forEach(this::refuseWrongGroup);
    this.parents.forEach(
        (child, parent) ->
            children.computeIfAbsent(parent, any -> new LinkedHashSet<>()).add(child));
  }

  /** Child to parent. */
  public Map<PagingZone, PagingZone> parents() {
    return parents;
  }

  /** A group's name to the zones it gathers. */
  public Map<PagingZone, Set<PagingZone>> groups() {
    return groups;
  }

  private void refuseWrongGroup(PagingZone group) {
    if (parents.containsKey(group) || parents.containsValue(group)) {
      throw new IllegalArgumentException(
          "\"%s\" is both a zone and a group. Give the group another name.".formatted(group));
    }
    if (!Collections.disjoint(groups.getOrDefault(group, Set.of()), groups.keySet())) {
      throw new IllegalArgumentException(
          "Group \"%s\" holds a group. A group gathers zones only.".formatted(group));
    }
  }

  private static void refuseCircle(PagingZone zone, Map<PagingZone, PagingZone> parents) {
    Set<PagingZone> above = new HashSet<>(Set.of(zone));
    for (PagingZone up = parents.get(zone); up != null; up = parents.get(up)) {
      if (!above.add(up)) {
        throw new IllegalArgumentException(
            "Zone \"%s\" lies in itself, through \"%s\".".formatted(zone, up));
      }
    }
  }

  /** This tree with the other's zones and groups; where both speak of a zone, the other wins. */
  public ZoneTree with(ZoneTree other) {
    Map<PagingZone, PagingZone> nextParents = new LinkedHashMap<>(parents);
    nextParents.putAll(other.parents);
    Map<PagingZone, Set<PagingZone>> nextGroups = new LinkedHashMap<>(groups);
    nextGroups.putAll(other.groups);
    return new ZoneTree(nextParents, nextGroups);
  }

  /** The lowest zones that these stand for, in the order of their names. */
  public SortedSet<PagingZone> clustersOf(Set<PagingZone> zones) {
    SortedSet<PagingZone> clusters = new TreeSet<>();
    zones.forEach(zone -> gather(zone, clusters));
    return clusters;
  }

  /**
   * Every name by which one of these clusters is addressed: its own, those of the zones it lies in,
   * and those of the groups that gather one of them.
   */
  public Set<PagingZone> namesOf(Set<PagingZone> clusters) {
    Set<PagingZone> names = new HashSet<>();
    for (PagingZone cluster : clusters) {
      PagingZone up = cluster;
      while (up != null && names.add(up)) {
        up = parents.get(up);
      }
    }
    groups.forEach(
        (group, members) -> {
          if (!Collections.disjoint(members, names)) {
            names.add(group);
          }
        });
    return names;
  }

  private void gather(PagingZone zone, Set<PagingZone> clusters) {
    Set<PagingZone> below = groups.getOrDefault(zone, children.getOrDefault(zone, Set.of()));
    if (below.isEmpty()) {
      clusters.add(zone);
    }
    below.forEach(child -> gather(child, clusters));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ZoneTree tree
        && parents.equals(tree.parents)
        && groups.equals(tree.groups);
  }

  @Override
  public int hashCode() {
    return 31 * parents.hashCode() + groups.hashCode();
  }

  @Override
  public String toString() {
    return "ZoneTree[parents=%s, groups=%s]".formatted(parents, groups);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.zones;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.PagingZone;

/**
 * Which zones lie in which, and which are grouped across the tree (all schools, all markets).
 *
 * @param parents child to parent; without a circle
 * @param groups a group's name to the zones it gathers; a name is never also a zone of the tree
 * @throws IllegalArgumentException if a zone lies in itself or a group has the name of a zone
 */
public record ZoneTree(
    Map<PagingZone, PagingZone> parents, Map<PagingZone, Set<PagingZone>> groups) {
  /** No tree and no group: every zone stands for itself. */
  public static final ZoneTree NONE = new ZoneTree(Map.of(), Map.of());

  public ZoneTree {
    parents = Map.copyOf(parents);
    Map<PagingZone, Set<PagingZone>> copied = new LinkedHashMap<>();
    groups.forEach((name, members) -> copied.put(name, Set.copyOf(members)));
    groups = Map.copyOf(copied);
    for (PagingZone zone : parents.keySet()) {
      refuseCircle(zone, parents);
    }
    for (PagingZone group : groups.keySet()) {
      if (parents.containsKey(group) || parents.containsValue(group)) {
        throw new IllegalArgumentException(
            "\"%s\" is both a zone and a group. Give the group another name.".formatted(group));
      }
      if (!Collections.disjoint(groups.get(group), groups.keySet())) {
        throw new IllegalArgumentException(
            "Group \"%s\" holds a group. A group gathers zones only.".formatted(group));
      }
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
    return clustersOfEach(List.of(zones)).get(0);
  }

  /** The same for many at once, in the order given. */
  public List<SortedSet<PagingZone>> clustersOfEach(List<Set<PagingZone>> many) {
    Map<PagingZone, Set<PagingZone>> children = children();
    List<SortedSet<PagingZone>> all = new ArrayList<>();
    for (Set<PagingZone> zones : many) {
      SortedSet<PagingZone> clusters = new TreeSet<>(Comparator.comparing(PagingZone::value));
      zones.forEach(zone -> gather(zone, children, clusters));
      all.add(clusters);
    }
    return all;
  }

  private void gather(
      PagingZone zone, Map<PagingZone, Set<PagingZone>> children, Set<PagingZone> clusters) {
    Set<PagingZone> below = groups.getOrDefault(zone, children.getOrDefault(zone, Set.of()));
    if (below.isEmpty()) {
      clusters.add(zone);
    }
    below.forEach(child -> gather(child, children, clusters));
  }

  private Map<PagingZone, Set<PagingZone>> children() {
    Map<PagingZone, Set<PagingZone>> children = new LinkedHashMap<>();
    parents.forEach(
        (child, parent) ->
            children.computeIfAbsent(parent, any -> new LinkedHashSet<>()).add(child));
    return children;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.zones.ZoneTree;

/**
 * How much later than asked each cluster starts what it plays. A cluster's delay never changes, so
 * two stretches that did not overlap still do not; emergencies are not delayed at all.
 */
final class Echo {
  private static final EchoDelay ON_TIME = new EchoDelay("none", Set.of(), Duration.ZERO);

  private final List<EchoDelay> delays = new ArrayList<>();
  private final Map<PagingZone, EchoDelay> byCluster = new HashMap<>();
  private List<EchoDelay> byAtom = List.of();

  Echo(Collection<EchoChain> chains, ZoneTree tree) {
    chains.stream()
        .sorted(Comparator.comparing(EchoChain::id))
        .flatMap(chain -> chain.delays().stream())
        .map(d -> new EchoDelay(d.chain(), tree.clustersOf(d.clusters()), d.by()))
        .forEach(this::add);
  }

  private void add(EchoDelay delay) {
    delays.add(delay);
    // A place of a chain may lie in a place of another: the longer delay holds.
    delay
        .clusters()
        .forEach(
            cluster ->
                byCluster.merge(cluster, delay, (a, b) -> a.by().compareTo(b.by()) >= 0 ? a : b));
  }

  /** Sets of clusters that must not be taken together with others. */
  List<Set<PagingZone>> audiences() {
    return delays.stream().map(EchoDelay::clusters).toList();
  }

  /** Learns which clusters are taken together. */
  void know(Atoms atoms) {
    if (!byCluster.isEmpty()) {
      byAtom =
          IntStream.range(0, atoms.count())
              .mapToObj(atom -> byCluster.getOrDefault(atoms.anyOf(atom), ON_TIME))
              .toList();
    }
  }

  /** By how many nanoseconds this atom starts later. */
  long nanos(int atom, Priority priority) {
    return byAtom.isEmpty() || priority == Priority.EMERGENCY ? 0 : byAtom.get(atom).by().toNanos();
  }

  /** The longest delay in a part. */
  Duration longest(Atoms.Part part, Priority priority) {
    long longest = 0;
    if (!byAtom.isEmpty() && priority != Priority.EMERGENCY) {
      for (int atom : part.atoms()) {
        longest = Math.max(longest, nanos(atom, priority));
      }
    }
    return Duration.ofNanos(longest);
  }

  /** The delays of a part, as a rundown shows them: by chain, shortest first. */
  List<EchoDelay> delays(Atoms.Part part, Priority priority) {
    if (byAtom.isEmpty() || priority == Priority.EMERGENCY) {
      return List.of();
    }
    Map<EchoDelay, Set<PagingZone>> clusters = new LinkedHashMap<>();
    for (int atom : part.atoms()) {
      EchoDelay delay = byAtom.get(atom);
      if (!delay.equals(ON_TIME)) {
        clusters.computeIfAbsent(delay, any -> new LinkedHashSet<>()).addAll(part.clustersOf(atom));
      }
    }
    return shown(clusters);
  }

  /** The same for clusters by name. */
  List<EchoDelay> delays(Set<PagingZone> zones, Priority priority) {
    Map<EchoDelay, Set<PagingZone>> clusters = new LinkedHashMap<>();
    if (priority != Priority.EMERGENCY && !byCluster.isEmpty()) {
      for (PagingZone cluster : zones) {
        EchoDelay delay = byCluster.get(cluster);
        if (delay != null) {
          clusters.computeIfAbsent(delay, any -> new LinkedHashSet<>()).add(cluster);
        }
      }
    }
    return shown(clusters);
  }

  private List<EchoDelay> shown(Map<EchoDelay, Set<PagingZone>> clusters) {
    return delays.stream()
        .filter(clusters::containsKey)
        .map(
            delay ->
                new EchoDelay(delay.chain(), clusters.getOrDefault(delay, Set.of()), delay.by()))
        .toList();
  }
}

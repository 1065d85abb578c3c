// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.echo;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import loalang.protocol.PagingZone;

/**
 * Clusters in the order in which they stand along a road, each starting one step after the one
 * before: who walks between two of them hears both at once, not one after the other.
 *
 * @param id given again, it replaces the chain before
 * @param clusters 2 to 50, each once; the first is not delayed
 * @param step over 0; the last cluster starts at most 5 seconds after the first
 * @throws IllegalArgumentException if a rule above is broken
 */
public record EchoChain(String id, List<PagingZone> clusters, Duration step) {
  /** The longest delay; more would no longer be the same broadcast. */
  public static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int MOST_CLUSTERS = 50;
  private static final double METRES_A_SECOND = 343; // dry air at 20 °C, ISO 9613-1

  public EchoChain {
    clusters = List.copyOf(clusters);
    Set<PagingZone> each = new HashSet<>(clusters);
    if (clusters.size() < 2 || clusters.size() > MOST_CLUSTERS || each.size() < clusters.size()) {
      throw new IllegalArgumentException(
          "An echo chain has 2 to %d clusters, each once; \"%s\" has %s."
              .formatted(MOST_CLUSTERS, id, clusters));
    }
    Duration last = step.multipliedBy(clusters.size() - 1L);
    if (step.isNegative() || step.isZero() || last.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The last of %d clusters would start %d ms after the first; over 0 and at most %d ms."
              .formatted(clusters.size(), last.toMillis(), LONGEST.toMillis()));
    }
  }

  /**
   * How long sound takes, to the millisecond, at 343 m/s.
   *
   * @param metres 1 or more
   */
  public static Duration soundTakes(int metres) {
    return Duration.ofMillis(Math.round(metres * 1000 / METRES_A_SECOND));
  }

  /**
   * A cluster has one place on one road.
   *
   * @throws IllegalArgumentException if a cluster stands in two of these chains
   */
  public static void refuseShared(Collection<EchoChain> chains) {
    Set<PagingZone> seen = new HashSet<>();
    for (EchoChain chain : chains) {
      for (PagingZone cluster : chain.clusters()) {
        if (!seen.add(cluster)) {
          throw new IllegalArgumentException(
              "Cluster \"%s\" stands in two echo chains, one is \"%s\"."
                  .formatted(cluster, chain.id()));
        }
      }
    }
  }

  /** What each cluster but the first waits, nearest first. */
  public List<EchoDelay> delays() {
    return IntStream.range(1, clusters.size())
        .mapToObj(place -> new EchoDelay(id, Set.of(clusters.get(place)), step.multipliedBy(place)))
        .toList();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import loalang.protocol.PagingZone;
import loalang.schedules.zones.ZoneTree;

/**
 * Clusters that hear the same things, taken together: a province of 13,000 clusters has only as
 * many different days as it has combinations of audiences.
 */
final class Atoms {
  private final List<Set<PagingZone>> clusters = new ArrayList<>();
  private final Map<Set<PagingZone>, Part> parts = new LinkedHashMap<>();

  private Atoms() {}

  /** The atoms of which every one of these audiences is made. */
  static Atoms of(ZoneTree tree, Collection<Set<PagingZone>> audiences) {
    Atoms atoms = new Atoms();
    List<Set<PagingZone>> distinct = List.copyOf(new LinkedHashSet<>(audiences));
    List<SortedSet<PagingZone>> meant = distinct.stream().map(tree::clustersOf).toList();
    Map<PagingZone, BitSet> membership = new TreeMap<>();
    for (int i = 0; i < meant.size(); i++) {
      for (PagingZone cluster : meant.get(i)) {
        membership.computeIfAbsent(cluster, any -> new BitSet()).set(i);
      }
    }
    Map<BitSet, Integer> known = new LinkedHashMap<>();
    List<BitSet> bits = new ArrayList<>();
    distinct.forEach(any -> bits.add(new BitSet()));
    membership.forEach(
        (cluster, audiencesOfIt) -> {
          int atom = known.computeIfAbsent(audiencesOfIt, any -> atoms.add());
          atoms.clusters.get(atom).add(cluster);
          audiencesOfIt.stream().forEach(audience -> bits.get(audience).set(atom));
        });
    for (int i = 0; i < distinct.size(); i++) {
      atoms.parts.put(distinct.get(i), atoms.new Part(bits.get(i)));
    }
    return atoms;
  }

  private int add() {
    clusters.add(new LinkedHashSet<>());
    return clusters.size() - 1;
  }

  int count() {
    return clusters.size();
  }

  /** One of the clusters that this atom is. */
  PagingZone anyOf(int atom) {
    return clusters.get(atom).iterator().next();
  }

  /** The part of the village that one of the audiences is. */
  Part part(Set<PagingZone> audience) {
    Part part = parts.get(audience);
    if (part == null) {
      throw new IllegalArgumentException("No atoms were made for " + audience);
    }
    return part;
  }

  Part nothing() {
    return new Part(new BitSet());
  }

  /** Some of the atoms. */
  final class Part {
    private final BitSet bits;

    private Part(BitSet bits) {
      this.bits = bits;
    }

    Part and(Part other) {
      BitSet both = (BitSet) bits.clone();
      both.and(other.bits);
      return new Part(both);
    }

    Part minus(Part other) {
      BitSet rest = (BitSet) bits.clone();
      rest.andNot(other.bits);
      return new Part(rest);
    }

    boolean isEmpty() {
      return bits.isEmpty();
    }

    int[] atoms() {
      int[] atoms = new int[bits.cardinality()];
      int next = bits.nextSetBit(0);
      for (int i = 0; i < atoms.length; i++) {
        atoms[i] = next;
        next = bits.nextSetBit(next + 1);
      }
      return atoms;
    }

    /** These atoms alone, of those given by number. */
    Part only(Collection<Integer> atoms) {
      BitSet chosen = new BitSet();
      atoms.forEach(chosen::set);
      return new Part(chosen);
    }

    Set<PagingZone> clustersOf(int atom) {
      return clusters.get(atom);
    }

    Set<PagingZone> clusters() {
      Set<PagingZone> all = new LinkedHashSet<>();
      bits.stream().forEach(atom -> all.addAll(clusters.get(atom)));
      return all;
    }

    /** The zones as they were written if this is all that was meant, else cluster by cluster. */
    Set<PagingZone> named(Set<PagingZone> written, Part meant) {
      Part whole = parts.get(written);
      return whole != null && whole.bits.equals(bits) && meant.bits.equals(bits)
          ? written
          : clusters();
    }
  }
}

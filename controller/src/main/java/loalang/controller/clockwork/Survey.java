// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.zones.ZoneTree;

/**
 * A stretch of days as it is planned, place by place.
 *
 * @param rundown of all places
 * @param stillness when it is meant to be silent somewhere
 * @param titles of programmes and campaigns by their ids
 * @param places the lowest zones there are, each with what concerns it
 */
public record Survey(
    Rundown rundown,
    List<Stillness> stillness,
    Map<String, String> titles,
    SortedMap<PagingZone, Here> places) {

  /**
   * What concerns one place.
   *
   * @param items in order
   * @param conflicts that name it, or a zone it lies in
   * @param stillness there
   * @param names of all zones that reach it
   */
  public record Here(
      List<PlannedItem> items,
      List<Conflict> conflicts,
      List<Stillness> stillness,
      Set<PagingZone> names) {
    /** Nothing. */
    public static final Here NOTHING = new Here(List.of(), List.of(), List.of(), Set.of());
  }

  public Survey {
    stillness = List.copyOf(stillness);
    titles = Map.copyOf(titles);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** The title of what a cue belongs to, if it belongs to a programme or campaign. */
  public Optional<String> titleOf(String source) {
    return Optional.ofNullable(titles.get(source));
  }

  /**
   * Sorts what is planned by place.
   *
   * @param known zones that loudspeakers are in
   */
  static Survey of(
      Rundown rundown,
      List<Stillness> stillness,
      ProgrammeSheet sheet,
      Collection<PagingZone> known) {
    ByName byName = new ByName(rundown);
    ZoneTree tree = sheet.zones();
    SortedMap<PagingZone, Here> places = new TreeMap<>();
    for (PagingZone place : tree.clustersOf(zones(tree, known, rundown))) {
      Set<PagingZone> names = tree.namesOf(Set.of(place));
      places.put(
          place,
          new Here(
              byName.items(names),
              byName.conflicts(names),
              stillness.stream().filter(still -> isThere(still, names)).toList(),
              names));
    }
    Map<String, String> titles = new HashMap<>();
    sheet.programmes().forEach(programme -> titles.put(programme.id().value(), programme.title()));
    sheet.campaigns().forEach(campaign -> titles.put(campaign.id().value(), campaign.title()));
    return new Survey(rundown, stillness, titles, places);
  }

  private static Set<PagingZone> zones(
      ZoneTree tree, Collection<PagingZone> known, Rundown rundown) {
    Set<PagingZone> zones = new TreeSet<>(known);
    zones.addAll(tree.parents().keySet());
    rundown.items().forEach(item -> zones.addAll(item.cue().zones()));
    rundown.conflicts().forEach(conflict -> zones.addAll(conflict.zones()));
    return zones;
  }

  private static boolean isThere(Stillness still, Set<PagingZone> names) {
    return still.zones().isEmpty() || !Collections.disjoint(still.zones(), names);
  }

  /** What is addressed by each name, so that a province need not be searched for each place. */
  private static final class ByName {
    private final Map<PagingZone, List<PlannedItem>> items = new HashMap<>();
    private final Map<PagingZone, List<Conflict>> conflicts = new HashMap<>();

    ByName(Rundown rundown) {
      rundown.items().forEach(item -> put(items, item.cue().zones(), item));
      rundown.conflicts().forEach(conflict -> put(conflicts, conflict.zones(), conflict));
    }

    private static <T> void put(Map<PagingZone, List<T>> map, Set<PagingZone> zones, T value) {
      zones.forEach(zone -> map.computeIfAbsent(zone, any -> new ArrayList<>()).add(value));
    }

    List<PlannedItem> items(Set<PagingZone> names) {
      return union(items, names).stream().sorted(Rundown.ORDER).toList();
    }

    List<Conflict> conflicts(Set<PagingZone> names) {
      return List.copyOf(union(conflicts, names));
    }

    private static <T> Set<T> union(Map<PagingZone, List<T>> map, Set<PagingZone> names) {
      Set<T> all = new LinkedHashSet<>();
      names.forEach(name -> all.addAll(map.getOrDefault(name, List.of())));
      return all;
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loalang.controller.accounts.Grant;
import loalang.protocol.PagingZone;

/**
 * What a calendar shows.
 *
 * @param zone one zone; empty for the whole commune
 */
public record CalendarScope(Optional<PagingZone> zone) {
  /** Everything that sounds in the commune. */
  public static final CalendarScope COMMUNE = new CalendarScope(Optional.empty());

  /** The scope of a word; an empty one is the whole commune. */
  public static CalendarScope of(String word) {
    return word.isEmpty() ? COMMUNE : new CalendarScope(Optional.of(new PagingZone(word)));
  }

  /** As it is stored and sent: the zone, or nothing. */
  public String word() {
    return zone.map(PagingZone::value).orElse("");
  }

  /** True if somebody with these grants may have it. */
  public boolean isIn(List<Grant> grants) {
    return grants.stream()
        .anyMatch(
            grant -> grant.isForWholeCommune() || zone.filter(grant.only()::contains).isPresent());
  }

  /**
   * What somebody with these grants can choose from.
   *
   * @param zones that there are
   */
  public static List<CalendarScope> choice(List<Grant> grants, Collection<PagingZone> zones) {
    Set<PagingZone> named = new TreeSet<>(zones);
    grants.forEach(grant -> named.addAll(grant.only()));
    Set<CalendarScope> choice = new LinkedHashSet<>();
    choice.add(COMMUNE);
    named.forEach(zone -> choice.add(new CalendarScope(Optional.of(zone))));
    return choice.stream().filter(scope -> scope.isIn(grants)).toList();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.zones.ZoneTree;

/**
 * What one YAML file says.
 *
 * @param programmes daily and weekly sessions
 * @param campaigns repeats over days or weeks; programmes and campaigns have each id once
 * @param oneOffs wishes for single airings
 * @param doNotPlay times of peace, each id once
 * @param zones the tree and the groups
 * @throws IllegalArgumentException if an id stands twice
 */
public record ProgrammeSheet(
    List<Programme> programmes,
    List<Campaign> campaigns,
    List<OneOff> oneOffs,
    List<DoNotPlay> doNotPlay,
    ZoneTree zones) {
  public ProgrammeSheet {
    programmes = List.copyOf(programmes);
    campaigns = List.copyOf(campaigns);
    oneOffs = List.copyOf(oneOffs);
    doNotPlay = List.copyOf(doNotPlay);
    Set<String> seen = new HashSet<>();
    programmes.forEach(programme -> refuseTwice(programme.id().value(), seen));
    campaigns.forEach(campaign -> refuseTwice(campaign.id().value(), seen));
    Set<String> seenPeace = new HashSet<>();
    doNotPlay.forEach(peace -> refuseTwice(peace.id(), seenPeace));
  }

  /** The ids of its programmes and campaigns. */
  public Set<ProgrammeId> ids() {
    Set<ProgrammeId> ids = new LinkedHashSet<>();
    programmes.forEach(programme -> ids.add(programme.id()));
    campaigns.forEach(campaign -> ids.add(campaign.id()));
    return ids;
  }

  private static void refuseTwice(String id, Set<String> seen) {
    if (!seen.add(id)) {
      throw new IllegalArgumentException("The sheet uses the id %s twice.".formatted(id));
    }
  }
}

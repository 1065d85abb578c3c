// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.zones.ZoneTree;

/**
 * What one YAML file says.
 *
 * @param programmes daily and weekly sessions
 * @param campaigns repeats over days or weeks; programmes and campaigns have each id once
 * @param oneOffs wishes for single airings
 * @param doNotPlay times of peace, each id once
 * @param zones the tree and the groups
 * @param echo chains of neighbouring clusters, each id once, each cluster in one chain
 * @param holidays public holidays by date, besides those in the program's table
 * @throws IllegalArgumentException if an id or a cluster of a chain stands twice
 */
public record ProgrammeSheet(
    List<Programme> programmes,
    List<Campaign> campaigns,
    List<OneOff> oneOffs,
    List<DoNotPlay> doNotPlay,
    ZoneTree zones,
    List<EchoChain> echo,
    SortedMap<LocalDate, String> holidays) {
  /** Says nothing. */
  public static final ProgrammeSheet SILENT =
      new ProgrammeSheet(List.of(), List.of(), List.of(), List.of(), ZoneTree.NONE);

  public ProgrammeSheet {
    programmes = List.copyOf(programmes);
    campaigns = List.copyOf(campaigns);
    oneOffs = List.copyOf(oneOffs);
    doNotPlay = List.copyOf(doNotPlay);
    echo = List.copyOf(echo);
    holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
    Set<String> seen = new HashSet<>();
    programmes.forEach(programme -> refuseTwice(programme.id().value(), seen));
    campaigns.forEach(campaign -> refuseTwice(campaign.id().value(), seen));
    Set<String> seenPeace = new HashSet<>();
    doNotPlay.forEach(peace -> refuseTwice(peace.id(), seenPeace));
    Set<String> seenEcho = new HashSet<>();
    echo.forEach(chain -> refuseTwice(chain.id(), seenEcho));
    EchoChain.refuseShared(echo);
  }

  /** A sheet that says nothing of echo and holidays. */
  public ProgrammeSheet(
      List<Programme> programmes,
      List<Campaign> campaigns,
      List<OneOff> oneOffs,
      List<DoNotPlay> doNotPlay,
      ZoneTree zones) {
    this(programmes, campaigns, oneOffs, doNotPlay, zones, List.of(), new TreeMap<>());
  }

  /** The ids of its programmes, campaigns and times of peace. */
  public Set<ProgrammeId> ids() {
    Set<ProgrammeId> ids = new LinkedHashSet<>();
    programmes.forEach(programme -> ids.add(programme.id()));
    campaigns.forEach(campaign -> ids.add(campaign.id()));
    doNotPlay.forEach(peace -> ids.add(new ProgrammeId(peace.id())));
    return ids;
  }

  private static void refuseTwice(String id, Set<String> seen) {
    if (!seen.add(id)) {
      throw new IllegalArgumentException("The sheet uses the id %s twice.".formatted(id));
    }
  }
}

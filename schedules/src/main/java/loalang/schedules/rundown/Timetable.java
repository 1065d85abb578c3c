// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import loalang.schedules.CueId;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Wanted;
import loalang.schedules.zones.ZoneTree;

/**
 * Everything that was said about the weeks to come, each thing by its id.
 *
 * @param programmes sessions
 * @param campaigns repeats
 * @param doNotPlay times of peace
 * @param zones the tree and the groups
 * @param echo chains of neighbouring clusters; a cluster stands in one of them
 * @param holidays public holidays the commune adds to the program's table
 * @param releases what two people let through, by airing; no file can say it
 * @throws IllegalArgumentException if a cluster stands in two echo chains
 */
public record Timetable(
    Map<ProgrammeId, Programme> programmes,
    Map<ProgrammeId, Campaign> campaigns,
    Map<String, DoNotPlay> doNotPlay,
    ZoneTree zones,
    Map<String, EchoChain> echo,
    Map<LocalDate, String> holidays,
    Map<CueId, Set<Release>> releases) {
  /** Silence. */
  public static final Timetable EMPTY =
      new Timetable(Map.of(), Map.of(), Map.of(), ZoneTree.NONE, Map.of(), Map.of(), Map.of());

  public Timetable {
    programmes = Map.copyOf(programmes);
    campaigns = Map.copyOf(campaigns);
    doNotPlay = Map.copyOf(doNotPlay);
    echo = Map.copyOf(echo);
    holidays = Map.copyOf(holidays);
    releases = Map.copyOf(releases);
    EchoChain.refuseShared(echo.values());
  }

  /** This timetable after a sheet: what has a known id is replaced, what is new is added. */
  public Timetable with(ProgrammeSheet sheet) {
    Map<ProgrammeId, Programme> nextProgrammes = new LinkedHashMap<>(programmes);
    Map<ProgrammeId, Campaign> nextCampaigns = new LinkedHashMap<>(campaigns);
    Map<String, DoNotPlay> nextPeace = new LinkedHashMap<>(doNotPlay);
    Map<String, EchoChain> nextEcho = new LinkedHashMap<>(echo);
    Map<LocalDate, String> nextHolidays = new LinkedHashMap<>(holidays);
    for (Programme programme : sheet.programmes()) {
      nextCampaigns.remove(programme.id());
      nextProgrammes.put(programme.id(), programme);
    }
    for (Campaign campaign : sheet.campaigns()) {
      nextProgrammes.remove(campaign.id());
      nextCampaigns.put(campaign.id(), campaign);
    }
    sheet.doNotPlay().forEach(peace -> nextPeace.put(peace.id(), peace));
    sheet.echo().forEach(chain -> nextEcho.put(chain.id(), chain));
    nextHolidays.putAll(sheet.holidays());
    return new Timetable(
        nextProgrammes,
        nextCampaigns,
        nextPeace,
        zones.with(sheet.zones()),
        nextEcho,
        nextHolidays,
        releases);
  }

  /** This timetable after two people let something through. */
  public Timetable with(Release release) {
    Map<CueId, Set<Release>> next = new LinkedHashMap<>(releases);
    CueId airing = release.request().what().airing();
    Set<Release> ofIt = new LinkedHashSet<>(next.getOrDefault(airing, Set.of()));
    ofIt.add(release);
    next.put(airing, Set.copyOf(ofIt));
    return new Timetable(programmes, campaigns, doNotPlay, zones, echo, holidays, next);
  }

  /** Silence, with what two people let through. */
  public Timetable releasesAlone() {
    return new Timetable(Map.of(), Map.of(), Map.of(), ZoneTree.NONE, Map.of(), Map.of(), releases);
  }

  /** Who let exactly this airing through some rule. */
  public Set<Release> releasesOf(Wanted what) {
    Set<Release> known = releases.getOrDefault(what.airing(), Set.of());
    Set<Release> its = new LinkedHashSet<>(known);
    its.removeIf(release -> !release.request().what().equals(what));
    return its;
  }

  /** True if two people let exactly this airing through this rule. */
  public boolean frees(Wanted what, Hold hold) {
    return releases.getOrDefault(what.airing(), Set.of()).stream()
        .anyMatch(release -> release.frees(what, hold));
  }

  /** This timetable as a sheet, each kind in the order of its ids, with these one-offs. */
  public ProgrammeSheet sheet(Collection<OneOff> oneOffs) {
    return new ProgrammeSheet(
        sorted(programmes.values(), programme -> programme.id().value()),
        sorted(campaigns.values(), campaign -> campaign.id().value()),
        sorted(oneOffs, wish -> wish.id().value()),
        sorted(doNotPlay.values(), DoNotPlay::id),
        zones,
        sorted(echo.values(), EchoChain::id),
        new TreeMap<>(holidays));
  }

  private static <T> List<T> sorted(Collection<T> values, Function<T, String> id) {
    return values.stream().sorted(Comparator.comparing(id)).toList();
  }

  /** This timetable without one programme or campaign; unchanged if there is none of that id. */
  public Timetable without(ProgrammeId id) {
    Map<ProgrammeId, Programme> nextProgrammes = new LinkedHashMap<>(programmes);
    Map<ProgrammeId, Campaign> nextCampaigns = new LinkedHashMap<>(campaigns);
    nextProgrammes.remove(id);
    nextCampaigns.remove(id);
    return new Timetable(nextProgrammes, nextCampaigns, doNotPlay, zones, echo, holidays, releases);
  }
}

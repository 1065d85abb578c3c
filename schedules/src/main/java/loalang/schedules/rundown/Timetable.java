// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.LinkedHashMap;
import java.util.Map;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.zones.ZoneTree;

/**
 * Everything that was said about the weeks to come, each thing by its id.
 *
 * @param programmes sessions
 * @param campaigns repeats
 * @param doNotPlay times of peace
 * @param zones the tree and the groups
 */
public record Timetable(
    Map<ProgrammeId, Programme> programmes,
    Map<ProgrammeId, Campaign> campaigns,
    Map<String, DoNotPlay> doNotPlay,
    ZoneTree zones) {
  /** Silence. */
  public static final Timetable EMPTY = new Timetable(Map.of(), Map.of(), Map.of(), ZoneTree.NONE);

  public Timetable {
    programmes = Map.copyOf(programmes);
    campaigns = Map.copyOf(campaigns);
    doNotPlay = Map.copyOf(doNotPlay);
  }

  /** This timetable after a sheet: what has a known id is replaced, what is new is added. */
  public Timetable with(ProgrammeSheet sheet) {
    Map<ProgrammeId, Programme> nextProgrammes = new LinkedHashMap<>(programmes);
    Map<ProgrammeId, Campaign> nextCampaigns = new LinkedHashMap<>(campaigns);
    Map<String, DoNotPlay> nextPeace = new LinkedHashMap<>(doNotPlay);
    for (Programme programme : sheet.programmes()) {
      nextCampaigns.remove(programme.id());
      nextProgrammes.put(programme.id(), programme);
    }
    for (Campaign campaign : sheet.campaigns()) {
      nextProgrammes.remove(campaign.id());
      nextCampaigns.put(campaign.id(), campaign);
    }
    sheet.doNotPlay().forEach(peace -> nextPeace.put(peace.id(), peace));
    return new Timetable(nextProgrammes, nextCampaigns, nextPeace, zones.with(sheet.zones()));
  }

  /** This timetable without one programme or campaign; unchanged if there is none of that id. */
  public Timetable without(ProgrammeId id) {
    Map<ProgrammeId, Programme> nextProgrammes = new LinkedHashMap<>(programmes);
    Map<ProgrammeId, Campaign> nextCampaigns = new LinkedHashMap<>(campaigns);
    nextProgrammes.remove(id);
    nextCampaigns.remove(id);
    return new Timetable(nextProgrammes, nextCampaigns, doNotPlay, zones);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.zones.ZoneTree;

/** Reads what a file says about the place itself: its zones, its roads, its days of peace. */
final class SurroundingsReader {
  private static final List<String> DO_NOT_PLAY =
      List.of(
          "id",
          "title",
          "first-day",
          "last-day",
          "days",
          "except",
          "holidays",
          "from",
          "until",
          "zones",
          "lets-through");
  private static final List<String> ZONE = List.of("zone", "in");
  private static final List<String> GROUP = List.of("group", "zones");
  private static final List<String> ECHO = List.of("id", "clusters", "step");
  private static final List<String> HOLIDAY = List.of("date", "name");

  private final ZoneId timeZone;

  SurroundingsReader(ZoneId timeZone) {
    this.timeZone = timeZone;
  }

  static ZoneTree zoneTree(Branch file) {
    Map<PagingZone, PagingZone> parents = new LinkedHashMap<>();
    for (Branch zone : file.branches("zones", "a zone", ZONE)) {
      parents.put(Words.zone(zone.leaf("zone")), Words.zone(zone.leaf("in")));
    }
    Map<PagingZone, Set<PagingZone>> groups = new LinkedHashMap<>();
    for (Branch group : file.branches("groups", "a group", GROUP)) {
      groups.put(Words.zone(group.leaf("group")), Blocks.zones(group));
    }
    return file.checked(() -> new ZoneTree(parents, groups));
  }

  static List<EchoChain> echo(Branch file) {
    List<EchoChain> chains = new ArrayList<>();
    for (Branch chain : file.branches("echo", "an echo chain", ECHO)) {
      String id = Blocks.programmeId(chain.leaf("id")).value();
      List<PagingZone> clusters = chain.words("clusters").stream().map(Words::zone).toList();
      Duration step = Words.echoStep(chain.leaf("step"));
      chains.add(chain.checked(() -> new EchoChain(id, clusters, step)));
    }
    return chains;
  }

  static SortedMap<LocalDate, String> holidays(Branch file) {
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    for (Branch day : file.branches("holidays", "a holiday", HOLIDAY)) {
      holidays.put(Words.date(day.leaf("date")), day.leaf("name").text());
    }
    return holidays;
  }

  List<DoNotPlay> doNotPlay(Branch file) {
    return file.branches("do-not-play", "a do-not-play window", DO_NOT_PLAY).stream()
        .map(this::window)
        .toList();
  }

  private DoNotPlay window(Branch branch) {
    String id = Blocks.programmeId(branch.leaf("id")).value();
    String title = branch.leaf("title").text();
    Season season = Blocks.season(branch, timeZone, Blocks.daysOrAll(branch));
    LocalTime from = branch.optional("from").map(Words::time).orElse(LocalTime.MIDNIGHT);
    LocalTime until = branch.optional("until").map(Words::time).orElse(LocalTime.MIDNIGHT);
    Set<PagingZone> zones = branch.has("zones") ? Blocks.zones(branch) : Set.of();
    Priority through = Blocks.priority(branch, "lets-through", Priority.EMERGENCY);
    return branch.checked(() -> new DoNotPlay(id, title, season, from, until, zones, through));
  }
}

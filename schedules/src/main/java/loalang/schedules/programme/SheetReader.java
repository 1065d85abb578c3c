// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.zones.ZoneTree;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Turns the blocks of a programme file into a sheet. The keys it knows are the file's schema. */
final class SheetReader {
  private static final List<String> PROGRAMME =
      List.of(
          "id",
          "title",
          "first-day",
          "last-day",
          "holidays",
          "zones",
          "priority",
          "origin",
          "slots");
  private static final List<String> SLOT =
      List.of("id", "at", "days", "opening", "announcement", "items", "closing", "late");
  private static final List<String> ITEM = List.of("announcement", "times", "lasts");
  private static final List<String> CAMPAIGN =
      List.of(
          "id",
          "title",
          "first-day",
          "last-day",
          "days",
          "holidays",
          "zones",
          "priority",
          "origin",
          "announcements",
          "rotation",
          "times",
          "lasts",
          "at",
          "sessions",
          "late");
  private static final List<String> ONE_OFF =
      List.of("id", "at", "announcement", "zones", "priority", "late");
  private static final List<String> DO_NOT_PLAY =
      List.of(
          "id",
          "title",
          "first-day",
          "last-day",
          "days",
          "holidays",
          "from",
          "until",
          "zones",
          "lets-through");
  private static final List<String> ZONE = List.of("zone", "in");
  private static final List<String> GROUP = List.of("group", "zones");

  private final ZoneId timeZone;

  SheetReader(ZoneId timeZone) {
    this.timeZone = timeZone;
  }

  ProgrammeSheet sheet(Branch file) {
    List<Programme> programmes =
        file.branches("programmes", "a programme", PROGRAMME).stream()
            .map(this::programme)
            .toList();
    List<Campaign> campaigns =
        file.branches("campaigns", "a campaign", CAMPAIGN).stream().map(this::campaign).toList();
    List<OneOff> oneOffs =
        file.branches("one-offs", "a one-off", ONE_OFF).stream().map(this::oneOff).toList();
    List<DoNotPlay> peace =
        file.branches("do-not-play", "a do-not-play window", DO_NOT_PLAY).stream()
            .map(this::doNotPlay)
            .toList();
    ZoneTree zones = zoneTree(file);
    return file.checked(() -> new ProgrammeSheet(programmes, campaigns, oneOffs, peace, zones));
  }

  private static ZoneTree zoneTree(Branch file) {
    Map<PagingZone, PagingZone> parents = new LinkedHashMap<>();
    for (Branch zone : file.branches("zones", "a zone", ZONE)) {
      parents.put(Words.zone(zone.leaf("zone")), Words.zone(zone.leaf("in")));
    }
    Map<PagingZone, Set<PagingZone>> groups = new LinkedHashMap<>();
    for (Branch group : file.branches("groups", "a group", GROUP)) {
      groups.put(Words.zone(group.leaf("group")), zones(group));
    }
    return file.checked(() -> new ZoneTree(parents, groups));
  }

  private Programme programme(Branch branch) {
    ProgrammeId id = programmeId(branch.leaf("id"));
    String title = branch.leaf("title").text();
    Season season = season(branch, EnumSet.allOf(DayOfWeek.class));
    Audience audience = audience(branch);
    List<Slot> slots = branch.branches("slots", "a slot", SLOT).stream().map(this::slot).toList();
    return branch.checked(() -> new Programme(id, title, season, audience, slots));
  }

  private Slot slot(Branch branch) {
    SlotId id =
        branch
            .leaf("id")
            .as(
                "PROGRAMME_VALUE_INVALID",
                "an id of 1 to 14 of a-z, 0-9 and single '-'",
                SlotId::new);
    LocalTime at = Words.time(branch.leaf("at"));
    Set<DayOfWeek> days = Words.days(branch.words("days"));
    List<SlotItem> items = new ArrayList<>();
    branch.optional("opening").map(Words::announcement).map(SlotItem::once).ifPresent(items::add);
    if (branch.has("items")) {
      branch.nodes("items").forEach(node -> items.add(item(node)));
    } else {
      items.add(SlotItem.once(Words.announcement(branch.leaf("announcement"))));
    }
    @Nullable SlotItem closing =
        branch.optional("closing").map(Words::announcement).map(SlotItem::once).orElse(null);
    LateRule late = late(branch, at);
    return branch.checked(() -> new Slot(id, at, days, items, closing, late));
  }

  private static SlotItem item(Node node) {
    if (node instanceof ScalarNode) {
      return SlotItem.once(Words.announcement(Leaf.of(node, "items")));
    }
    Branch branch = Branch.of(node, "an item", ITEM);
    return branch.checked(
        () ->
            new SlotItem(
                Words.announcement(branch.leaf("announcement")),
                branch.optional("times").map(Words::times).orElse(1),
                branch.optional("lasts").map(Words::length).orElse(null)));
  }

  private Campaign campaign(Branch branch) {
    ProgrammeId id = programmeId(branch.leaf("id"));
    String title = branch.leaf("title").text();
    Season season = season(branch, Words.days(branch.words("days")));
    Audience audience = audience(branch);
    Placement placement = placement(branch);
    LateRule late = branch.optional("late").map(Words::grace).orElse(LateRule.USUAL);
    Episodes episodes =
        branch.checked(
            () ->
                new Episodes(
                    branch.words("announcements").stream().map(Words::announcement).toList(),
                    branch
                        .optional("rotation")
                        .map(Words::rotation)
                        .orElse(Episodes.Rotation.DAILY),
                    branch.optional("times").map(Words::times).orElse(1),
                    branch.optional("lasts").map(Words::length).orElse(null)));
    return branch.checked(
        () -> new Campaign(id, title, season, audience, episodes, placement, late));
  }

  private static Placement placement(Branch branch) {
    if (branch.has("sessions")) {
      if (branch.has("at")) {
        throw YamlFault.at(
            branch.mark(),
            "PROGRAMME_VALUE_INVALID",
            "A campaign has \"at\" or \"sessions\", not both.",
            "Keep one; give the other to a second campaign.");
      }
      return new Placement.InSessions(
          branch.words("sessions").stream().map(SheetReader::programmeId).toList());
    }
    SortedSet<LocalTime> times = new TreeSet<>();
    branch.words("at").forEach(word -> times.add(Words.time(word)));
    return new Placement.AtTimes(times);
  }

  private OneOff oneOff(Branch branch) {
    LocalDateTime at = Words.moment(branch.leaf("at"));
    return new OneOff(
        branch
            .leaf("id")
            .as("PROGRAMME_VALUE_INVALID", "an id of 3 to 64 of a-z, 0-9 and '-'", CueId::new),
        Words.announcement(branch.leaf("announcement")),
        zones(branch),
        priority(branch, "priority", Priority.ROUTINE),
        at.atZone(timeZone).toInstant(),
        late(branch, at.toLocalTime()));
  }

  private DoNotPlay doNotPlay(Branch branch) {
    String id = programmeId(branch.leaf("id")).value();
    String title = branch.leaf("title").text();
    Set<DayOfWeek> days =
        branch.has("days") ? Words.days(branch.words("days")) : EnumSet.allOf(DayOfWeek.class);
    Season season = season(branch, days);
    LocalTime from = branch.optional("from").map(Words::time).orElse(LocalTime.MIDNIGHT);
    LocalTime until = branch.optional("until").map(Words::time).orElse(LocalTime.MIDNIGHT);
    Set<PagingZone> zones = branch.has("zones") ? zones(branch) : Set.of();
    Priority through = priority(branch, "lets-through", Priority.EMERGENCY);
    return branch.checked(() -> new DoNotPlay(id, title, season, from, until, zones, through));
  }

  private Season season(Branch branch, Set<DayOfWeek> days) {
    return branch.checked(
        () ->
            new Season(
                timeZone,
                new DateSpan(
                    branch.optional("first-day").map(Words::date).orElse(null),
                    branch.optional("last-day").map(Words::date).orElse(null)),
                days,
                branch.optional("holidays").map(Words::holidays).orElse(Season.HolidayRule.PLAY)));
  }

  private static Audience audience(Branch branch) {
    return new Audience(
        zones(branch),
        priority(branch, "priority", Priority.ROUTINE),
        branch.optional("origin").map(Words::origin).orElse(Audience.Origin.COMMUNE));
  }

  private static ProgrammeId programmeId(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID", "an id of 1 to 24 of a-z, 0-9 and single '-'", ProgrammeId::new);
  }

  private static Set<PagingZone> zones(Branch branch) {
    Set<PagingZone> zones = new LinkedHashSet<>();
    branch.words("zones").forEach(word -> zones.add(Words.zone(word)));
    return zones;
  }

  private static Priority priority(Branch branch, String key, Priority usual) {
    return branch.optional(key).map(Words::priority).orElse(usual);
  }

  private static LateRule late(Branch branch, LocalTime at) {
    return branch.optional("late").map(leaf -> Words.late(leaf, at)).orElse(LateRule.USUAL);
  }
}

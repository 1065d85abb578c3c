// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;
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
          "days",
          "except",
          "holidays",
          "zones",
          "priority",
          "origin",
          "voices",
          "slots");
  private static final List<String> SLOT =
      List.of("id", "at", "days", "opening", "announcement", "items", "closing", "late");
  private static final List<String> ITEM = List.of("announcement", "times", "lasts");
  private static final List<String> RELAY = List.of("relay", "lasts", "fallback");
  private static final String SILENCE = "silence";
  private static final List<String> CAMPAIGN =
      List.of(
          "id",
          "title",
          "first-day",
          "last-day",
          "days",
          "except",
          "holidays",
          "zones",
          "priority",
          "origin",
          "voices",
          "announcements",
          "rotation",
          "times",
          "lasts",
          "at",
          "sessions",
          "late");
  private static final List<String> ONE_OFF =
      List.of("id", "at", "announcement", "zones", "priority", "late");
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
    SurroundingsReader around = new SurroundingsReader(timeZone);
    List<DoNotPlay> peace = around.doNotPlay(file);
    ZoneTree zones = SurroundingsReader.zoneTree(file);
    List<EchoChain> echo = SurroundingsReader.echo(file);
    SortedMap<LocalDate, String> holidays = SurroundingsReader.holidays(file);
    return file.checked(
        () -> new ProgrammeSheet(programmes, campaigns, oneOffs, peace, zones, echo, holidays));
  }

  private Programme programme(Branch branch) {
    ProgrammeId id = Blocks.programmeId(branch.leaf("id"));
    String title = branch.leaf("title").text();
    Season season = Blocks.season(branch, timeZone, Blocks.daysOrAll(branch));
    Audience audience = Blocks.audience(branch);
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
    List<SlotEntry> items = new ArrayList<>();
    branch.optional("opening").map(Words::announcement).map(SlotItem::once).ifPresent(items::add);
    if (branch.has("items")) {
      branch.nodes("items").forEach(node -> items.add(item(node)));
    } else {
      items.add(SlotItem.once(Words.announcement(branch.leaf("announcement"))));
    }
    @Nullable SlotItem closing =
        branch.optional("closing").map(Words::announcement).map(SlotItem::once).orElse(null);
    LateRule late = Blocks.late(branch, at);
    return branch.checked(() -> new Slot(id, at, days, items, closing, late));
  }

  private static SlotEntry item(Node node) {
    if (node instanceof ScalarNode) {
      return SlotItem.once(Words.announcement(Leaf.of(node, "items")));
    }
    if (Branch.hasKey(node, "relay")) {
      return relay(Branch.of(node, "a relay", RELAY));
    }
    Branch branch = Branch.of(node, "an item", ITEM);
    return branch.checked(
        () ->
            new SlotItem(
                Words.announcement(branch.leaf("announcement")),
                branch.optional("times").map(Words::times).orElse(1),
                branch.optional("lasts").map(Words::length).orElse(null)));
  }

  private static RelayItem relay(Branch branch) {
    RelayItem.Source source = Words.relaySource(branch.leaf("relay"));
    Duration lasts = Words.length(branch.leaf("lasts"));
    boolean isSilent =
        !branch.has("fallback")
            || branch.words("fallback").stream().anyMatch(word -> word.text().equals(SILENCE));
    List<AnnouncementId> fallback =
        isSilent ? List.of() : branch.words("fallback").stream().map(Words::announcement).toList();
    return branch.checked(() -> new RelayItem(source, lasts, fallback));
  }

  private Campaign campaign(Branch branch) {
    ProgrammeId id = Blocks.programmeId(branch.leaf("id"));
    String title = branch.leaf("title").text();
    Season season = Blocks.season(branch, timeZone, Words.days(branch.words("days")));
    Audience audience = Blocks.audience(branch);
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
          branch.words("sessions").stream().map(Blocks::programmeId).toList());
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
        Blocks.zones(branch),
        Blocks.priority(branch, "priority", Priority.ROUTINE),
        at.atZone(timeZone).toInstant(),
        Blocks.late(branch, at.toLocalTime()));
  }
}

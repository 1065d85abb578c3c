// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Episodes;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;
import loalang.schedules.programme.SlotId;
import loalang.schedules.programme.SlotItem;
import loalang.schedules.zones.ZoneTree;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Villages nobody would wish for: random trees, sessions, campaigns and times of peace. */
final class Villages {
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Map<PagingZone, PagingZone> TREE =
      Map.of(
          zone("thon-1"), zone("xa"),
          zone("thon-2"), zone("xa"),
          zone("cum-2a"), zone("thon-2"),
          zone("cum-2b"), zone("thon-2"));
  private static final ZoneTree ZONES =
      new ZoneTree(TREE, Map.of(zone("cho"), Set.of(zone("thon-1"), zone("cum-2b"))));

  private Villages() {}

  /** Sheets of up to five programmes, five campaigns and three times of peace. */
  static Arbitrary<ProgrammeSheet> sheets() {
    return Combinators.combine(
            programme().list().ofMaxSize(5),
            campaign().list().ofMaxSize(5),
            peace().list().ofMaxSize(3),
            echo())
        .as(
            (programmes, campaigns, peace, echo) ->
                new ProgrammeSheet(
                    numbered(programmes),
                    renamed(campaigns),
                    List.of(),
                    told(peace),
                    ZONES,
                    echo,
                    new TreeMap<>()));
  }

  private static Arbitrary<List<EchoChain>> echo() {
    List<PagingZone> road = List.of(zone("cum-2a"), zone("thon-1"), zone("cum-2b"));
    return Arbitraries.of(0, 1, 991, 2500)
        .map(
            millis ->
                millis == 0
                    ? List.of()
                    : List.of(new EchoChain("duong", road, Duration.ofMillis(millis))));
  }

  private static Arbitrary<SlotEntry> entry() {
    Arbitrary<SlotEntry> relay =
        Arbitraries.integers()
            .between(60, 900)
            .map(
                seconds ->
                    new RelayItem(
                        new RelayItem.Source("vov1"),
                        Duration.ofSeconds(seconds),
                        List.of(new AnnouncementId("xin-loi"), new AnnouncementId("tin-xa"))));
    Arbitrary<SlotEntry> own = item().map(item -> item);
    return Arbitraries.frequencyOf(Tuple.of(5, own), Tuple.of(1, relay));
  }

  private static Arbitrary<Programme> programme() {
    return Combinators.combine(audience(), season(), slot(), slot())
        .as(
            (audience, season, first, second) ->
                new Programme(
                    new ProgrammeId("p"),
                    "Chương trình",
                    season,
                    audience,
                    List.of(first, withId(second, "hai"))));
  }

  private static Slot withId(Slot slot, String id) {
    return new Slot(
        new SlotId(id), slot.at(), slot.days(), slot.items(), slot.closing(), slot.late());
  }

  private static Arbitrary<Slot> slot() {
    return Combinators.combine(time(), days(), entry().list().ofMinSize(1).ofMaxSize(4), late())
        .as((at, days, items, late) -> new Slot(new SlotId("mot"), at, days, items, null, late));
  }

  private static Arbitrary<Campaign> campaign() {
    Arbitrary<Placement> placement =
        Arbitraries.oneOf(
            time()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(times -> new Placement.AtTimes(new TreeSet<>(times))),
            Arbitraries.of(List.of(new ProgrammeId("p0"), new ProgrammeId("p1")))
                .map(id -> new Placement.InSessions(List.of(id))));
    return Combinators.combine(audience(), season(), item(), placement, late())
        .as(
            (audience, season, item, where, late) ->
                new Campaign(
                    new ProgrammeId("c"),
                    "Chiến dịch",
                    season,
                    audience,
                    new Episodes(
                        List.of(item.announcement()),
                        Episodes.Rotation.DAILY,
                        item.times(),
                        item.lasts()),
                    where,
                    late));
  }

  private static Arbitrary<DoNotPlay> peace() {
    return Combinators.combine(season(), zones(), Arbitraries.integers().between(0, 22), priority())
        .as(
            (season, zones, hour, through) ->
                new DoNotPlay(
                    "peace",
                    "Yên lặng",
                    season,
                    LocalTime.of(hour, 0),
                    LocalTime.of(hour + 1, 30),
                    zones,
                    through));
  }

  private static Arbitrary<Audience> audience() {
    return Combinators.combine(zones(), priority(), Arbitraries.of(Audience.Origin.class))
        .as(Audience::new);
  }

  private static Arbitrary<Season> season() {
    return Combinators.combine(days(), Arbitraries.of(Season.HolidayRule.class))
        .as((days, holidays) -> new Season(VIETNAM, DateSpan.ALWAYS, days, holidays));
  }

  private static Arbitrary<Set<DayOfWeek>> days() {
    return Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
  }

  private static Arbitrary<Set<PagingZone>> zones() {
    return Arbitraries.of("xa", "thon-1", "thon-2", "cum-2a", "cum-2b", "cho", "thon-la")
        .map(Villages::zone)
        .set()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<Priority> priority() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(Priority.ROUTINE)),
        Tuple.of(3, Arbitraries.just(Priority.PRIORITY)),
        Tuple.of(1, Arbitraries.just(Priority.EMERGENCY)));
  }

  /** Crowded on purpose: most items want the same two hours, some the edges of quiet hours. */
  private static Arbitrary<LocalTime> time() {
    Arbitrary<LocalTime> crowded =
        Arbitraries.integers().between(0, 119).map(m -> LocalTime.of(6, 0).plusMinutes(m));
    Arbitrary<LocalTime> edges =
        Arbitraries.integers().between(-20, 20).map(m -> LocalTime.of(21, 0).plusMinutes(m));
    Arbitrary<LocalTime> dawn =
        Arbitraries.integers().between(-20, 20).map(m -> LocalTime.of(5, 30).plusMinutes(m));
    return Arbitraries.oneOf(crowded, edges, dawn);
  }

  private static Arbitrary<SlotItem> item() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.integers().between(5, 900))
        .as(
            (times, seconds) ->
                new SlotItem(new AnnouncementId("tin-xa"), times, Duration.ofSeconds(seconds)));
  }

  private static Arbitrary<LateRule> late() {
    return Arbitraries.of(0, 60, 600, 3600)
        .map(seconds -> LateRule.skipAfter(Duration.ofSeconds(seconds)));
  }

  private static List<Programme> numbered(List<Programme> programmes) {
    List<Programme> next = new ArrayList<>();
    for (Programme p : programmes) {
      ProgrammeId id = new ProgrammeId("p" + next.size());
      next.add(new Programme(id, p.title() + " " + id, p.season(), p.audience(), p.slots()));
    }
    return next;
  }

  private static List<Campaign> renamed(List<Campaign> campaigns) {
    List<Campaign> next = new ArrayList<>();
    for (Campaign c : campaigns) {
      next.add(
          new Campaign(
              new ProgrammeId("c" + next.size()),
              c.title() + " " + next.size(),
              c.season(),
              c.audience(),
              c.episodes(),
              c.placement(),
              c.late()));
    }
    return next;
  }

  private static List<DoNotPlay> told(List<DoNotPlay> peace) {
    List<DoNotPlay> next = new ArrayList<>();
    for (DoNotPlay p : peace) {
      next.add(
          new DoNotPlay(
              "y" + next.size(),
              p.title(),
              p.season(),
              p.from(),
              p.until(),
              p.zones(),
              p.letsThrough()));
    }
    return next;
  }

  private static PagingZone zone(String name) {
    return new PagingZone(name);
  }
}

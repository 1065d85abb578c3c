// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.programme.Campaign.Placement;

/** Turns a sheet into the plain maps and lists a programme file is made of. Pure. */
final class SheetWriter {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final ZoneId timeZone;

  SheetWriter(ZoneId timeZone) {
    this.timeZone = timeZone;
  }

  Map<String, Object> file(ProgrammeSheet sheet) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("time-zone", timeZone.getId());
    List<Object> zones = new ArrayList<>();
    sorted(sheet.zones().parents())
        .forEach((zone, in) -> zones.add(ordered("zone", zone, "in", in.value())));
    putIfAny(file, "zones", zones);
    List<Object> groups = new ArrayList<>();
    sorted(sheet.zones().groups())
        .forEach((group, members) -> groups.add(ordered("group", group, "zones", names(members))));
    putIfAny(file, "groups", groups);
    putIfAny(file, "echo", sheet.echo().stream().map(SheetWriter::echo).toList());
    putIfAny(
        file, "holidays", sheet.holidays().entrySet().stream().map(SheetWriter::holiday).toList());
    putIfAny(file, "programmes", sheet.programmes().stream().map(this::programme).toList());
    putIfAny(file, "campaigns", sheet.campaigns().stream().map(this::campaign).toList());
    putIfAny(file, "one-offs", sheet.oneOffs().stream().map(this::oneOff).toList());
    putIfAny(file, "do-not-play", sheet.doNotPlay().stream().map(this::doNotPlay).toList());
    return file;
  }

  Map<String, Object> programme(Programme programme) {
    Map<String, Object> block = ordered("id", programme.id().value(), "title", programme.title());
    span(block, programme.season());
    if (programme.season().weekdays().size() < DAYS.size()) {
      block.put("days", days(programme.season().weekdays()));
    }
    audience(block, programme.audience());
    block.put("slots", programme.slots().stream().map(SheetWriter::slot).toList());
    return block;
  }

  private static Map<String, Object> slot(Slot slot) {
    Map<String, Object> block = ordered("id", slot.id().value(), "at", time(slot.at()));
    block.put("days", days(slot.days()));
    block.put("items", slot.items().stream().map(SheetWriter::item).toList());
    slot.closingItem().ifPresent(item -> block.put("closing", item.announcement().value()));
    block.put("late", late(slot.late()));
    return block;
  }

  private static Object echo(EchoChain chain) {
    Map<String, Object> block =
        ordered("id", chain.id(), "clusters", texts(chain.clusters(), PagingZone::value));
    block.put("step", chain.step().toMillis() + " ms");
    return block;
  }

  private static Object item(SlotEntry entry) {
    if (entry instanceof RelayItem relay) {
      Map<String, Object> block =
          ordered("relay", relay.source().value(), "lasts", seconds(relay.lasts()));
      putIfAny(block, "fallback", texts(relay.fallback(), AnnouncementId::value));
      return block;
    }
    SlotItem item = (SlotItem) entry;
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("announcement", item.announcement().value());
    block.put("times", item.times());
    item.saidToLast().ifPresent(length -> block.put("lasts", seconds(length)));
    return block;
  }

  Map<String, Object> campaign(Campaign campaign) {
    Map<String, Object> block = ordered("id", campaign.id().value(), "title", campaign.title());
    span(block, campaign.season());
    block.put("days", days(campaign.season().weekdays()));
    audience(block, campaign.audience());
    Episodes episodes = campaign.episodes();
    block.put("announcements", texts(episodes.announcements(), AnnouncementId::value));
    block.put("rotation", episodes.rotation() == Episodes.Rotation.DAILY ? "daily" : "each-airing");
    block.put("times", episodes.times());
    episodes.saidToLast().ifPresent(length -> block.put("lasts", seconds(length)));
    if (campaign.placement() instanceof Placement.AtTimes at) {
      block.put("at", at.times().stream().map(SheetWriter::time).toList());
    } else if (campaign.placement() instanceof Placement.InSessions in) {
      block.put("sessions", in.programmes().stream().map(ProgrammeId::value).toList());
    }
    block.put("late", late(campaign.late()));
    return block;
  }

  Map<String, Object> oneOff(OneOff wish) {
    ZonedDateTime at = wish.start().atZone(timeZone);
    Map<String, Object> block =
        ordered("id", wish.id().value(), "at", at.toLocalDate() + " " + time(at.toLocalTime()));
    block.put("announcement", wish.announcement().value());
    block.put("zones", names(wish.zones()));
    block.put("priority", wish.priority().wireName());
    block.put("late", late(wish.late()));
    return block;
  }

  Map<String, Object> doNotPlay(DoNotPlay peace) {
    Map<String, Object> block = ordered("id", peace.id(), "title", peace.title());
    span(block, peace.season());
    block.put("days", days(peace.season().weekdays()));
    block.put("from", time(peace.from()));
    block.put("until", time(peace.until()));
    if (!peace.zones().isEmpty()) {
      block.put("zones", names(peace.zones()));
    }
    block.put("lets-through", peace.letsThrough().wireName());
    return block;
  }

  static Map<String, Object> holiday(Map.Entry<LocalDate, String> day) {
    return ordered("date", day.getKey().toString(), "name", day.getValue());
  }

  private static void span(Map<String, Object> block, Season season) {
    if (season.span().first() != null) {
      block.put("first-day", season.span().first().toString());
    }
    if (season.span().last() != null) {
      block.put("last-day", season.span().last().toString());
    }
    putIfAny(block, "except", season.except().stream().sorted().map(LocalDate::toString).toList());
    block.put("holidays", lower(season.holidays()));
  }

  private static void audience(Map<String, Object> block, Audience audience) {
    block.put("zones", names(audience.zones()));
    block.put("priority", audience.priority().wireName());
    block.put("origin", lower(audience.origin()));
    putIfAny(block, "voices", audience.voices().stream().map(SheetWriter::voice).toList());
  }

  private static Object voice(Audience.Voice voice) {
    Map<String, Object> block =
        ordered("zones", names(voice.zones()), "language", voice.language());
    voice.wantedDialect().ifPresent(dialect -> block.put("dialect", lower(dialect)));
    return block;
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static <T> List<String> texts(List<T> values, Function<T, String> text) {
    return values.stream().map(text).toList();
  }

  private static List<String> days(Set<DayOfWeek> days) {
    return EnumSet.copyOf(days).stream().map(day -> DAYS.get(day.getValue() - 1)).toList();
  }

  private static List<String> names(Collection<PagingZone> zones) {
    return zones.stream().map(PagingZone::value).sorted().toList();
  }

  private static <T> Map<String, T> sorted(Map<PagingZone, T> byZone) {
    Map<String, T> sorted = new TreeMap<>();
    byZone.forEach((zone, value) -> sorted.put(zone.value(), value));
    return sorted;
  }

  private static String time(LocalTime time) {
    return time.toString();
  }

  private static String late(LateRule late) {
    String words = late.missed() == LateRule.Missed.MERGED ? "merge within " : "skip after ";
    return words + seconds(late.grace());
  }

  private static String seconds(Duration length) {
    return length.toSeconds() + "s";
  }

  private static void putIfAny(Map<String, Object> file, String key, List<?> values) {
    if (!values.isEmpty()) {
      file.put(key, values);
    }
  }

  private static Map<String, Object> ordered(
      String firstKey, Object first, String secondKey, Object second) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put(firstKey, first);
    block.put(secondKey, second);
    return block;
  }
}

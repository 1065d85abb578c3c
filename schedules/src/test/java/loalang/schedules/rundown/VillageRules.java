// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Holidays;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;

/**
 * The rules of every village, written a second time and more slowly: each says what breaks it,
 * nothing if nothing does.
 */
final class VillageRules {
  private static final DateTimeFormatter NAMED =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT);
  private static final Holidays HOLIDAYS = Holidays.ofVietnam();

  private VillageRules() {}

  /** A stretch of sound on one cluster. */
  private record Sound(PagingZone cluster, Instant start, Instant end, String what) {}

  static List<String> quietHoursBroken(List<PlannedItem> items) {
    List<String> broken = new ArrayList<>();
    for (PlannedItem item : items) {
      ZonedDateTime start = item.cue().start().atZone(Villages.VIETNAM);
      ZonedDateTime end = item.lastEnd().atZone(Villages.VIETNAM);
      boolean isByDay =
          !start.toLocalTime().isBefore(LocalTime.of(5, 30))
              && !end.toLocalTime().isAfter(LocalTime.of(21, 0))
              && start.toLocalDate().equals(end.toLocalDate());
      if (item.cue().priority() != Priority.EMERGENCY && !isByDay) {
        broken.add(item.toString());
      }
    }
    return broken;
  }

  static List<String> twoThingsAtOnce(ProgrammeSheet village, List<PlannedItem> items) {
    List<Sound> sounds = new ArrayList<>();
    items.forEach(item -> sounds.addAll(sounds(village, item)));
    sounds.sort(Comparator.comparing(Sound::start).thenComparing(Sound::what));
    List<String> broken = new ArrayList<>();
    Map<PagingZone, Instant> busyUntil = new HashMap<>();
    for (Sound sound : sounds) {
      Instant busy = busyUntil.getOrDefault(sound.cluster(), Instant.MIN);
      if (busy.isAfter(sound.start())) {
        broken.add(sound.toString());
      }
      busyUntil.put(sound.cluster(), busy.isAfter(sound.end()) ? busy : sound.end());
    }
    return broken;
  }

  private static List<Sound> sounds(ProgrammeSheet village, PlannedItem item) {
    Map<PagingZone, Duration> delays = new HashMap<>();
    for (EchoDelay delay : item.cue().terms().delays()) {
      delay.clusters().forEach(cluster -> delays.put(cluster, delay.by()));
    }
    List<Sound> sounds = new ArrayList<>();
    for (PagingZone cluster : village.zones().clustersOf(item.cue().zones())) {
      Instant start = item.cue().start().plus(delays.getOrDefault(cluster, Duration.ZERO));
      sounds.add(new Sound(cluster, start, start.plus(item.length()), item.cue().id().value()));
    }
    return sounds;
  }

  static List<String> echoForgotten(ProgrammeSheet village, List<PlannedItem> items) {
    List<String> broken = new ArrayList<>();
    for (PlannedItem item : items) {
      Set<PagingZone> here = village.zones().clustersOf(item.cue().zones());
      Map<PagingZone, Duration> wanted = new HashMap<>();
      if (item.cue().priority() != Priority.EMERGENCY) {
        village.echo().stream()
            .flatMap(chain -> chain.delays().stream())
            .forEach(
                delay ->
                    delay.clusters().stream()
                        .filter(here::contains)
                        .forEach(cluster -> wanted.put(cluster, delay.by())));
      }
      Map<PagingZone, Duration> found = new HashMap<>();
      item.cue()
          .terms()
          .delays()
          .forEach(d -> d.clusters().forEach(cluster -> found.put(cluster, d.by())));
      if (!wanted.equals(found)) {
        broken.add(item + " has " + found);
      }
    }
    return broken;
  }

  static List<String> peaceBroken(ProgrammeSheet village, List<PlannedItem> items) {
    List<String> broken = new ArrayList<>();
    for (PlannedItem item : items) {
      LocalDate date = item.cue().start().atZone(Villages.VIETNAM).toLocalDate();
      for (DoNotPlay peace : village.doNotPlay()) {
        Set<PagingZone> disturbed = new TreeSet<>(village.zones().clustersOf(item.cue().zones()));
        disturbed.retainAll(village.zones().clustersOf(peace.zones()));
        boolean isOn = peace.season().agrees(HOLIDAYS.on(date).isPresent());
        if (isOn
            && !disturbed.isEmpty()
            && peace.forbids(item.cue().priority(), item.cue().start(), item.lastEnd())) {
          broken.add(item + " breaks " + peace);
        }
      }
    }
    return broken;
  }

  static List<String> namesShared(List<PlannedItem> items) {
    Set<String> seen = new TreeSet<>();
    return items.stream().map(item -> item.cue().id().value()).filter(id -> !seen.add(id)).toList();
  }

  /** What may begin later than its name's instant, its place in the session and its rule allow. */
  static List<String> lateRulesBroken(ProgrammeSheet village, List<PlannedItem> items) {
    List<String> broken = new ArrayList<>();
    for (PlannedItem item : items) {
      String campaign = item.cue().id().source();
      for (Campaign asked : village.campaigns()) {
        boolean isFirstHearing = item.cue().id().value().startsWith(campaign + "--at--20");
        if (asked.id().value().equals(campaign) && isFirstHearing) {
          Instant named = named(item);
          Instant latest = item.cue().late().latestStart(item.cue().start());
          if (item.cue().start().isBefore(named)
              || !latest.equals(asked.late().latestStart(named))) {
            broken.add(item.toString());
          }
        }
      }
    }
    return broken;
  }

  private static Instant named(PlannedItem item) {
    String id = item.cue().id().value();
    return LocalDateTime.parse(id.substring(id.lastIndexOf("--") + 2), NAMED)
        .toInstant(ZoneOffset.UTC);
  }

  /** What was asked for on a day and neither stands in its rundown nor has a reason. */
  static List<String> silentlyDropped(ProgrammeSheet village, Rundown day, LocalDate date) {
    Set<String> accounted = new TreeSet<>();
    day.cues().forEach(cue -> accounted.add(cue.id().value()));
    day.conflicts().forEach(conflict -> accounted.add(conflict.airing().value()));
    List<String> broken = new ArrayList<>();
    for (Programme programme : village.programmes()) {
      for (Slot slot : programme.slots()) {
        if (programme.season().holds(date) && slot.days().contains(date.getDayOfWeek())) {
          int hearings = slot.items().stream().mapToInt(SlotEntry::times).sum();
          int asked = programme.season().agrees(HOLIDAYS.on(date).isPresent()) ? hearings : 1;
          String name = programme.id() + "--" + slot.id() + "--";
          long found = accounted.stream().filter(id -> id.startsWith(name)).count();
          if (found != asked) {
            broken.add(name + " has " + found + " of " + asked);
          }
        }
      }
    }
    for (Campaign campaign : village.campaigns()) {
      if (campaign.season().holds(date)) {
        long found = accounted.stream().filter(id -> id.startsWith(campaign.id() + "--")).count();
        if (found < leastOf(campaign, date)) {
          broken.add(campaign.id() + " has " + found);
        }
      }
    }
    return broken;
  }

  private static int leastOf(Campaign campaign, LocalDate date) {
    boolean isOn = campaign.season().agrees(HOLIDAYS.on(date).isPresent());
    return isOn && campaign.placement() instanceof Placement.AtTimes at
        ? at.times().size() * campaign.episodes().times()
        : 1;
  }

  /** Relays whose fallback would sound before or after the relay's own minutes. */
  static List<String> fallbackOutside(List<PlannedItem> items) {
    return items.stream()
        .filter(item -> item.cue().terms().relay().isPresent())
        .filter(
            item ->
                item.cue().terms().relay().orElseThrow().fallback().stream()
                    .anyMatch(
                        line ->
                            line.start().isBefore(item.cue().start())
                                || !line.start().isBefore(item.end())))
        .map(PlannedItem::toString)
        .toList();
  }

  static boolean hasRelay(ProgrammeSheet village) {
    return village.programmes().stream()
        .flatMap(programme -> programme.slots().stream())
        .flatMap(slot -> slot.items().stream())
        .anyMatch(RelayItem.class::isInstance);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;
import loalang.schedules.quiet.QuietHours;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every village, however it is scheduled. The rules are written a second time. */
class RundownProperties {
  private static final PlanningRules RULES = PlanningRules.usual(QuietHours.USUAL);
  private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);

  @Provide
  Arbitrary<ProgrammeSheet> villages() {
    return Villages.sheets();
  }

  @Property(tries = 300, seed = "17", edgeCases = EdgeCasesMode.NONE)
  void nothing_but_an_emergency_sounds_in_quiet_hours(@ForAll("villages") ProgrammeSheet village) {
    for (PlannedItem item : week(village)) {
      if (item.cue().priority() != Priority.EMERGENCY) {
        LocalTime start = local(item.cue().start()).toLocalTime();
        ZonedDateTime end = local(item.end());
        assertFalse(start.isBefore(LocalTime.of(5, 30)), item.toString());
        assertFalse(end.toLocalTime().isAfter(LocalTime.of(21, 0)), item.toString());
        assertEquals(local(item.cue().start()).toLocalDate(), end.toLocalDate());
      }
    }
  }

  @Property(tries = 300, seed = "18", edgeCases = EdgeCasesMode.NONE)
  void no_cluster_hears_two_things_at_once(@ForAll("villages") ProgrammeSheet village) {
    Map<PagingZone, Instant> busyUntil = new HashMap<>();
    for (PlannedItem item : week(village)) {
      for (PagingZone cluster : village.zones().clustersOf(item.cue().zones())) {
        Instant busy = busyUntil.getOrDefault(cluster, Instant.MIN);
        assertFalse(busy.isAfter(item.cue().start()), cluster + " hears two: " + item);
        busyUntil.put(cluster, item.end());
      }
    }
  }

  @Property(tries = 300, seed = "19", edgeCases = EdgeCasesMode.NONE)
  void times_of_peace_are_kept(@ForAll("villages") ProgrammeSheet village) {
    for (PlannedItem item : week(village)) {
      for (DoNotPlay peace : village.doNotPlay()) {
        Set<PagingZone> disturbed =
            new LinkedHashSet<>(village.zones().clustersOf(item.cue().zones()));
        disturbed.retainAll(village.zones().clustersOf(peace.zones()));
        boolean agreed =
            peace
                .season()
                .agrees(RULES.holidays().on(local(item.cue().start()).toLocalDate()).isPresent());
        if (agreed && !disturbed.isEmpty()) {
          assertFalse(
              peace.forbids(item.cue().priority(), item.cue().start(), item.end()),
              item + " breaks " + peace);
        }
      }
    }
  }

  @Property(tries = 300, seed = "20", edgeCases = EdgeCasesMode.NONE)
  void no_cue_starts_before_it_was_asked_for_nor_after_its_late_rule(
      @ForAll("villages") ProgrammeSheet village) {
    for (PlannedItem item : week(village)) {
      assertTrue(!item.cue().late().grace().isNegative(), item.toString());
    }
    assertEquals(
        week(village).size(),
        week(village).stream().map(item -> item.cue().id()).distinct().count(),
        "two cues share an id");
  }

  @Property(tries = 300, seed = "21", edgeCases = EdgeCasesMode.NONE)
  void every_hearing_asked_for_is_planned_or_has_a_reason(
      @ForAll("villages") ProgrammeSheet village) {
    Rundown day = planner(village).day(MONDAY);

    Set<String> accounted = new TreeSet<>();
    day.cues().forEach(cue -> accounted.add(cue.id().value()));
    day.conflicts().forEach(conflict -> accounted.add(conflict.airing().value()));

    for (var programme : village.programmes()) {
      for (Slot slot : programme.slots()) {
        if (programme.season().holds(MONDAY) && slot.days().contains(MONDAY.getDayOfWeek())) {
          boolean on = programme.season().agrees(false);
          int hearings = on ? slot.items().stream().mapToInt(SlotEntry::times).sum() : 1;
          String name = programme.id() + "--" + slot.id() + "--";
          assertEquals(hearings, count(accounted, name), name + " in " + day);
        }
      }
    }
    for (Campaign campaign : village.campaigns()) {
      if (campaign.season().holds(MONDAY)) {
        boolean on = campaign.season().agrees(false);
        int least =
            on && campaign.placement() instanceof Placement.AtTimes at
                ? at.times().size() * campaign.episodes().times()
                : 1;
        int found = count(accounted, campaign.id() + "--");
        assertTrue(found >= least, campaign.id() + " has " + found + " of " + least);
      }
    }
  }

  @Property(tries = 200, seed = "22", edgeCases = EdgeCasesMode.NONE)
  void planning_is_deterministic_and_independent_of_order(
      @ForAll("villages") ProgrammeSheet village, @ForAll Random random) {
    ProgrammeSheet shuffled =
        new ProgrammeSheet(
            shuffled(village.programmes(), random),
            shuffled(village.campaigns(), random),
            List.of(),
            shuffled(village.doNotPlay(), random),
            village.zones());

    assertEquals(planner(village).day(MONDAY), planner(shuffled).day(MONDAY));
  }

  @Property(tries = 100, seed = "23", edgeCases = EdgeCasesMode.NONE)
  void a_preview_of_no_change_is_empty_and_a_change_can_be_taken_back(
      @ForAll("villages") ProgrammeSheet one, @ForAll("villages") ProgrammeSheet other) {
    Rundown before = planner(one).day(MONDAY);
    Rundown after = planner(other).day(MONDAY);

    assertEquals(List.of(), Change.between(before, before));
    assertEquals(Change.between(before, after).size(), Change.between(after, before).size());
  }

  @Property(tries = 200, seed = "24", edgeCases = EdgeCasesMode.NONE)
  void what_is_written_to_a_file_is_read_as_the_same(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(village, ProgrammeFile.read(ProgrammeFile.write(village)));
  }

  private static int count(Set<String> ids, String prefix) {
    return (int) ids.stream().filter(id -> id.startsWith(prefix)).count();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static List<PlannedItem> week(ProgrammeSheet village) {
    RundownPlanner planner = planner(village);
    List<PlannedItem> items = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      items.addAll(planner.day(MONDAY.plusDays(day)).items());
    }
    return items;
  }

  private static RundownPlanner planner(ProgrammeSheet village) {
    return new RundownPlanner(Timetable.EMPTY.with(village), RULES);
  }

  private static ZonedDateTime local(Instant instant) {
    return instant.atZone(Villages.VIETNAM);
  }
}

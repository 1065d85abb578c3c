// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every village, however it is scheduled. */
class RundownProperties {
  private static final PlanningRules RULES = PlanningRules.usual(QuietHours.USUAL);
  private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);

  @Provide
  Arbitrary<ProgrammeSheet> villages() {
    return Villages.sheets();
  }

  @Property(tries = 300, seed = "17", edgeCases = EdgeCasesMode.NONE)
  void nothing_but_an_emergency_sounds_in_quiet_hours(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(List.of(), VillageRules.quietHoursBroken(week(village)));
  }

  @Property(tries = 300, seed = "18", edgeCases = EdgeCasesMode.NONE)
  void no_cluster_hears_two_things_at_once(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(List.of(), VillageRules.twoThingsAtOnce(village, week(village)));
  }

  @Property(tries = 200, seed = "25", edgeCases = EdgeCasesMode.NONE)
  void every_cluster_of_an_echo_chain_has_its_delay(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(List.of(), VillageRules.echoForgotten(village, week(village)));
  }

  @Property(tries = 300, seed = "19", edgeCases = EdgeCasesMode.NONE)
  void times_of_peace_are_kept(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(List.of(), VillageRules.peaceBroken(village, week(village)));
  }

  @Property(tries = 300, seed = "20", edgeCases = EdgeCasesMode.NONE)
  void no_cue_starts_after_its_late_rule_and_no_two_share_a_name(
      @ForAll("villages") ProgrammeSheet village) {
    List<PlannedItem> week = week(village);

    assertEquals(List.of(), VillageRules.lateRulesBroken(village, week));
    assertEquals(List.of(), VillageRules.namesShared(week));
  }

  @Property(tries = 200, seed = "26", edgeCases = EdgeCasesMode.NONE)
  void fallbacks_stay_within_their_relay(@ForAll("villages") ProgrammeSheet village) {
    assertEquals(List.of(), VillageRules.fallbackOutside(week(village)));
  }

  @Property(tries = 300, seed = "21", edgeCases = EdgeCasesMode.NONE)
  void every_hearing_asked_for_is_planned_or_has_a_reason(
      @ForAll("villages") ProgrammeSheet village) {
    assertEquals(
        List.of(), VillageRules.silentlyDropped(village, planner(village).day(MONDAY), MONDAY));
  }

  @Property(tries = 200, seed = "22", edgeCases = EdgeCasesMode.NONE)
  void planning_is_deterministic_and_independent_of_order(
      @ForAll("villages") ProgrammeSheet village, @ForAll Random random) {
    assertEquals(planner(village).day(MONDAY), planner(shuffled(village, random)).day(MONDAY));
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

  static ProgrammeSheet shuffled(ProgrammeSheet village, Random random) {
    return new ProgrammeSheet(
        shuffled(village.programmes(), random),
        shuffled(village.campaigns(), random),
        List.of(),
        shuffled(village.doNotPlay(), random),
        village.zones(),
        shuffled(village.echo(), random),
        village.holidays());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  static List<PlannedItem> week(ProgrammeSheet village) {
    RundownPlanner planner = planner(village);
    List<PlannedItem> week = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      week.addAll(planner.day(MONDAY.plusDays(day)).items());
    }
    return week;
  }

  private static RundownPlanner planner(ProgrammeSheet village) {
    return new RundownPlanner(Timetable.EMPTY.with(village), RULES);
  }
}

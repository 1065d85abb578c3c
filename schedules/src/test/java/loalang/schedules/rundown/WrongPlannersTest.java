// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loalang.schedules.Cue;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each property of {@link RundownProperties} falls for a planner that is wrong on purpose. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrongPlannersTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);
  private static final PlanningRules RULES = PlanningRules.usual(QuietHours.USUAL);
  private static final int VILLAGES = 200;
  private static final long SEED = 7;

  @ParameterizedTest(name = "a planner that {0} is caught")
  @MethodSource("wrongPlanners")
  void a_wrong_planner_is_caught(String fault, Predicate<ProgrammeSheet> isCaughtIn) {
    JqwikSession.run(
        () ->
            assertTrue(
                Villages.sheets().generator(VILLAGES).stream(new Random(SEED))
                    .map(Shrinkable::value)
                    .limit(VILLAGES)
                    .anyMatch(isCaughtIn),
                "No village showed that the planner " + fault));
  }

  private static Stream<Arguments> wrongPlanners() {
    return Stream.of(
        wrong("sleeps at other hours", v -> VillageRules.quietHoursBroken(awakeAtNight(v))),
        wrong("plans each programme alone", v -> VillageRules.twoThingsAtOnce(v, eachAlone(v))),
        wrong("lets one cluster start late", v -> VillageRules.twoThingsAtOnce(v, oneLate(v))),
        wrong("forgets the echo", v -> VillageRules.echoForgotten(v, withoutEcho(v))),
        wrong("forgets times of peace", v -> VillageRules.peaceBroken(v, withoutPeace(v))),
        wrong("waits too long", v -> VillageRules.lateRulesBroken(v, moved(v))),
        wrong("gives one name twice", v -> VillageRules.namesShared(twice(v))),
        wrong("moves a relay alone", v -> VillageRules.fallbackOutside(movedRelays(v))),
        wrong("drops what conflicts", v -> dropped(v)),
        wrong("goes by the order of the file", v -> byOrder(v)),
        wrong("writes no late rule", v -> unlikeItself(v)));
  }

  private static Arguments wrong(String fault, Function<ProgrammeSheet, List<String>> broken) {
    Predicate<ProgrammeSheet> isCaughtIn = village -> !broken.apply(village).isEmpty();
    return Arguments.of(fault, isCaughtIn);
  }

  private static List<PlannedItem> awakeAtNight(ProgrammeSheet village) {
    QuietHours other = new QuietHours(LocalTime.of(22, 0), LocalTime.of(5, 0), Villages.VIETNAM);
    return day(village, PlanningRules.usual(other)).items();
  }

  private static List<PlannedItem> eachAlone(ProgrammeSheet village) {
    List<PlannedItem> items = new ArrayList<>();
    for (Programme programme : village.programmes()) {
      items.addAll(day(only(village, List.of(programme), List.of()), RULES).items());
    }
    return items;
  }

  private static List<PlannedItem> oneLate(ProgrammeSheet village) {
    return day(village, RULES).items().stream()
        .map(
            item ->
                item.length().toSeconds() % 2 == 0
                    ? new PlannedItem(item.cue(), item.title(), item.length().plusSeconds(2))
                    : item)
        .toList();
  }

  private static List<PlannedItem> withoutEcho(ProgrammeSheet village) {
    ProgrammeSheet silent =
        new ProgrammeSheet(
            village.programmes(),
            village.campaigns(),
            List.of(),
            village.doNotPlay(),
            village.zones(),
            List.of(),
            new TreeMap<>());
    return day(silent, RULES).items();
  }

  private static List<PlannedItem> withoutPeace(ProgrammeSheet village) {
    ProgrammeSheet restless =
        new ProgrammeSheet(
            village.programmes(), village.campaigns(), List.of(), List.of(), village.zones());
    return day(restless, RULES).items();
  }

  private static List<PlannedItem> moved(ProgrammeSheet village) {
    return day(village, RULES).items().stream().map(item -> later(item, 60)).toList();
  }

  /** Later, with all of its grace left, as if it had been asked for then. */
  private static PlannedItem later(PlannedItem item, int seconds) {
    Cue cue = item.cue();
    Cue moved =
        new Cue(
            cue.id(),
            cue.announcement(),
            cue.zones(),
            cue.priority(),
            cue.start().plusSeconds(seconds),
            cue.late(),
            cue.terms());
    return new PlannedItem(moved, item.title(), item.length());
  }

  private static List<PlannedItem> twice(ProgrammeSheet village) {
    List<PlannedItem> items = new ArrayList<>(day(village, RULES).items());
    items.addAll(List.copyOf(items));
    return items;
  }

  private static List<PlannedItem> movedRelays(ProgrammeSheet village) {
    return day(village, RULES).items().stream()
        .filter(item -> item.cue().terms().relay().isPresent())
        .map(item -> later(item, 1))
        .toList();
  }

  private static List<String> dropped(ProgrammeSheet village) {
    Rundown silent = new Rundown(day(village, RULES).items(), List.of());
    return VillageRules.silentlyDropped(village, silent, MONDAY);
  }

  /** Between equals it takes whatever comes first in the file: the names are given by place. */
  private static List<String> byOrder(ProgrammeSheet village) {
    List<Programme> backwards = new ArrayList<>(village.programmes());
    Collections.reverse(backwards);
    Rundown first = day(only(village, named(village.programmes()), List.of()), RULES);
    Rundown second = day(only(village, named(backwards), List.of()), RULES);
    return first.equals(second) ? List.of() : List.of("another order, another rundown");
  }

  private static List<Programme> named(List<Programme> programmes) {
    List<Programme> named = new ArrayList<>();
    for (Programme p : programmes) {
      ProgrammeId id = new ProgrammeId("n" + named.size());
      named.add(new Programme(id, p.title(), p.season(), p.audience(), p.slots()));
    }
    return named;
  }

  private static List<String> unlikeItself(ProgrammeSheet village) {
    String text = ProgrammeFile.write(village).replaceAll("(?m)^ +late: .*\n", "");
    return ProgrammeFile.read(text).equals(village) ? List.of() : List.of("lost on the way");
  }

  private static ProgrammeSheet only(
      ProgrammeSheet village, List<Programme> programmes, List<Campaign> campaigns) {
    return new ProgrammeSheet(programmes, campaigns, List.of(), List.of(), village.zones());
  }

  private static Rundown day(ProgrammeSheet village, PlanningRules rules) {
    return new RundownPlanner(Timetable.EMPTY.with(village), rules).day(MONDAY);
  }
}

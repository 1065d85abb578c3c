// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.quiet.QuietHoursPolicy;
import loalang.schedules.release.Held;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Wanted;
import loalang.schedules.zones.ZoneTree;

/** Judges an airing that stands outside the planned day: a one-off, or "now". Pure. */
final class SingleAiring {
  private final DayPlans plans;
  private final PlannedItem item;
  private final Instant begin;
  private final Window sound;

  SingleAiring(DayPlans plans, PlannedItem item, Instant begin) {
    this.plans = plans;
    this.item = item;
    this.begin = begin;
    this.sound = Peace.sound(begin, begin.plus(knownLength()));
  }

  /** The first rule that holds it and from which nobody has released it. */
  Optional<Held> hold(Supplier<List<PlannedItem>> others) {
    if (item.cue().priority() == Priority.EMERGENCY) {
      return peace();
    }
    return quiet().or(this::peace).or(() -> minutes(others.get()));
  }

  private Optional<Held> quiet() {
    return held(
        Hold.QUIET_HOURS,
        () ->
            QuietHoursPolicy.refusal(
                plans.rules().quiet(),
                item.cue().priority(),
                new QuietHoursPolicy.Stretch(begin, begin.plus(knownLength())),
                named()));
  }

  private Optional<Held> peace() {
    if (plans.timetable().doNotPlay().isEmpty()) {
      return Optional.empty();
    }
    Set<PagingZone> names = namesOf(plans.timetable().zones(), item.cue());
    return held(
        Hold.DO_NOT_PLAY,
        () ->
            plans.peaceAt(begin).stretches().stream()
                .filter(stretch -> stretch.forbids(item.cue().priority(), sound))
                .map(Peace.Stretch::rule)
                .filter(rule -> isIn(rule, names))
                .findFirst()
                .map(rule -> Peace.problem(rule, named())));
  }

  private Optional<Held> minutes(List<PlannedItem> others) {
    Duration most = plans.rules().limits().perDay();
    LocalDate date = LocalDate.ofInstant(begin, plans.rules().quiet().zone());
    List<PlannedItem> today = plans.day(date).items();
    Duration all =
        Stream.concat(today.stream(), others.stream())
            .map(PlannedItem::length)
            .reduce(item.length(), Duration::plus);
    if (all.compareTo(most) <= 0) {
      return Optional.empty(); // then no cluster hears more either
    }
    return held(
        Hold.MINUTES_A_DAY,
        () ->
            fullest(date, others).plus(item.length()).compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(
                    new Problem(
                        "RUNDOWN_MINUTES_LIMIT",
                        "%s would make more than %d min of sound that day."
                            .formatted(named(), most.toMinutes()),
                        "Take something out of the day, or have a second person release it.")));
  }

  /** How much the cluster hears that day that hears most of all where this is to be heard. */
  private Duration fullest(LocalDate date, List<PlannedItem> others) {
    ZoneTree tree = plans.timetable().zones();
    ZoneId zone = plans.rules().quiet().zone();
    Map<PagingZone, Duration> heard = new HashMap<>();
    Set<PagingZone> here = tree.clustersOf(item.cue().zones());
    Set<PagingZone> names = tree.namesOf(here);
    Rundown day = new Rundown(plans.day(date).items(), List.of()).meeting(names);
    day.items().forEach(one -> add(one, here, heard));
    others.stream()
        .filter(one -> date.equals(LocalDate.ofInstant(one.cue().start(), zone)))
        .forEach(one -> add(one, here, heard));
    return heard.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private void add(PlannedItem one, Set<PagingZone> here, Map<PagingZone, Duration> heard) {
    for (PagingZone cluster : plans.timetable().zones().clustersOf(one.cue().zones())) {
      if (here.contains(cluster)) {
        heard.merge(cluster, one.length(), Duration::plus);
      }
    }
  }

  private Optional<Held> held(Hold rule, Supplier<Optional<Problem>> why) {
    Cue cue = item.cue();
    return cue.terms().isFreedFrom(rule)
        ? Optional.empty()
        : why.get()
            .map(
                problem ->
                    new Held(
                        new Wanted(cue.id(), cue.announcement(), cue.zones(), cue.start()),
                        rule,
                        problem));
  }

  /** Nothing if it is only guessed: a guess must not refuse what would have been in time. */
  private Duration knownLength() {
    return plans.rules().lengths().known().getOrDefault(item.cue().announcement(), Duration.ZERO);
  }

  private String named() {
    return "\"%s\"".formatted(item.cue().id());
  }

  private static Set<PagingZone> namesOf(ZoneTree tree, Cue cue) {
    return tree.namesOf(tree.clustersOf(cue.zones()));
  }

  private static boolean isIn(DoNotPlay rule, Set<PagingZone> names) {
    return rule.zones().isEmpty() || rule.zones().stream().anyMatch(names::contains);
  }

  /** The time of peace that leaves no cluster of this cue to sound at an instant, if one does. */
  static Optional<DoNotPlay> peaceEverywhere(
      Timetable timetable, Peace peace, Cue cue, Instant begin) {
    return peace.stretches().stream()
        .filter(stretch -> stretch.forbids(cue.priority(), Window.at(begin)))
        .map(Peace.Stretch::rule)
        .filter(
            rule ->
                rule.zones().isEmpty()
                    || timetable
                        .zones()
                        .clustersOf(rule.zones())
                        .containsAll(timetable.zones().clustersOf(cue.zones())))
        .findFirst();
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.Problem;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.quiet.QuietHoursPolicy;
import loalang.schedules.rundown.DayPlans;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Timetable;
import loalang.schedules.rundown.Window;

/**
 * What a book holds, as one value: the timetable, wishes, and the cues that were already decided.
 * Every rule of the book is here and is told the time.
 */
record BookPages(DayPlans plans, Map<CueId, OneOff> wishes, Map<CueId, Instant> decided) {

  /** Longer than any late rule, so that a clock set back a day cannot make a cue sound twice. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  BookPages {
    wishes = Map.copyOf(wishes);
    decided = Map.copyOf(decided);
  }

  static BookPages empty(PlanningRules rules) {
    return new BookPages(new DayPlans(Timetable.EMPTY, rules), Map.of(), Map.of());
  }

  BookPages with(Timetable timetable) {
    return timetable.equals(plans.timetable())
        ? this
        : new BookPages(new DayPlans(timetable, plans.rules()), wishes, decided);
  }

  BookPages with(PlanningRules rules) {
    return rules.equals(plans.rules())
        ? this
        : new BookPages(new DayPlans(plans.timetable(), rules), wishes, decided);
  }

  BookPages with(OneOff wish) {
    Map<CueId, OneOff> next = new LinkedHashMap<>(wishes);
    next.put(wish.id(), wish);
    return new BookPages(plans, next, decided);
  }

  /** Why this wish cannot be granted, or empty if it can. */
  Optional<Problem> refusal(OneOff wish, Instant now) {
    if (!wish.cue().mayStillStart(now)) {
      return Optional.of(
          new Problem(
              "ONE_OFF_PAST",
              "\"%s\" was to start at %s and may not start after %s; it is %s."
                  .formatted(wish.id(), wish.start(), wish.late().latestStart(wish.start()), now),
              "Give it a start in the future, or a longer late rule."));
    }
    Instant begin = wish.start().isAfter(now) ? wish.start() : now;
    return QuietHoursPolicy.refusal(quiet(), wish.priority(), begin, quoted(wish.id()));
  }

  /** What starts in a window. */
  Rundown rundown(Window window) {
    Rundown planned = plans.starting(window);
    List<PlannedItem> items = new ArrayList<>(planned.items());
    for (OneOff wish : wishes.values()) {
      if (window.holds(wish.start())) {
        Duration length =
            plans
                .rules()
                .lengths()
                .known()
                .getOrDefault(wish.announcement(), plans.rules().lengths().usual());
        items.add(new PlannedItem(wish.cue(), wish.id().value(), length));
      }
    }
    return new Rundown(items, planned.conflicts());
  }

  /** Every instant after {@code after} at which something starts; programmes only up to an end. */
  SortedSet<Instant> startsAfter(Instant after, Instant until) {
    SortedSet<Instant> starts = new TreeSet<>();
    for (Cue cue : rundown(new Window(after.plusNanos(1), until)).cues()) {
      starts.add(cue.start());
    }
    for (OneOff wish : wishes.values()) {
      if (wish.start().isAfter(after)) {
        starts.add(wish.start());
      }
    }
    return starts;
  }

  /** What to do about everything planned for one instant, at the present moment. */
  List<CueDecision> decide(Instant planned, Instant now) {
    List<CueDecision> decisions = new ArrayList<>();
    for (Cue cue : rundown(Window.at(planned)).cues()) {
      if (!decided.containsKey(cue.id())) {
        decisions.add(decide(cue, now));
      }
    }
    return decisions;
  }

  private CueDecision decide(Cue cue, Instant now) {
    if (!cue.mayStillStart(now)) {
      return new CueDecision.Skip(cue, tooLate(cue, now));
    }
    // An alarm may ring a millisecond early; the cue itself never starts before its start.
    Instant begin = now.isAfter(cue.start()) ? now : cue.start();
    return QuietHoursPolicy.refusal(quiet(), cue.priority(), begin, quoted(cue.id()))
        .<CueDecision>map(why -> new CueDecision.Skip(cue, why))
        .orElseGet(() -> new CueDecision.Fire(cue));
  }

  /** These cues will not be decided again; what is long past is forgotten. */
  BookPages afterDeciding(List<CueDecision> decisions, Instant now) {
    Map<CueId, Instant> next = new LinkedHashMap<>(decided);
    for (CueDecision decision : decisions) {
      next.put(decision.cue().id(), decision.cue().start());
    }
    Instant forgotten = now.minus(REMEMBERED);
    next.values().removeIf(start -> start.isBefore(forgotten));
    Map<CueId, OneOff> stillWished = new LinkedHashMap<>(wishes);
    stillWished.values().removeIf(wish -> wish.start().isBefore(forgotten));
    return new BookPages(plans, stillWished, next);
  }

  private QuietHours quiet() {
    return plans.rules().quiet();
  }

  private static Problem tooLate(Cue cue, Instant now) {
    Duration late = Duration.between(cue.start(), now);
    return new Problem(
        "CUE_TOO_LATE",
        "Cue %s came %d s late; it may be at most %d s late."
            .formatted(cue.id(), late.toSeconds(), cue.late().grace().toSeconds()),
        "Air it now if it still matters, and look why the controller was not running.");
  }

  private static String quoted(CueId id) {
    return "\"%s\"".formatted(id);
  }
}

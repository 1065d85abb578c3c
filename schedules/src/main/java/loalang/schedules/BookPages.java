// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
record BookPages(
    DayPlans plans, Moments moments, Map<CueId, OneOff> wishes, Map<Due, Instant> decided) {

  /** One moment of one cue, which comes once. */
  record Due(CueId cue, Moment moment) {}

  /** Longer than a cue's life, so that a clock set back a day cannot make it sound twice. */
  private static final Duration REMEMBERED = Duration.ofDays(4);

  BookPages {
    // Not copied: only this class makes pages, from maps it then lets go; a firing must be quick.
    wishes = Collections.unmodifiableMap(wishes);
    decided = Collections.unmodifiableMap(decided);
  }

  static BookPages empty(PlanningRules rules, Moments moments) {
    return new BookPages(new DayPlans(Timetable.EMPTY, rules), moments, Map.of(), Map.of());
  }

  BookPages with(Timetable timetable) {
    return timetable.equals(plans.timetable())
        ? this
        : new BookPages(new DayPlans(timetable, plans.rules()), moments, wishes, decided);
  }

  BookPages with(PlanningRules rules) {
    return rules.equals(plans.rules())
        ? this
        : new BookPages(new DayPlans(plans.timetable(), rules), moments, wishes, decided);
  }

  BookPages with(OneOff wish) {
    Map<CueId, OneOff> next = new HashMap<>(wishes);
    next.put(wish.id(), wish);
    return new BookPages(plans, moments, next, decided);
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
        items.add(item(wish));
      }
    }
    return new Rundown(items, planned.conflicts());
  }

  /** Whether this cue has fired or was skipped for good. */
  boolean hasAired(CueId id) {
    return decided.containsKey(new Due(id, Moment.AIR));
  }

  /**
   * Every instant after {@code after} at which something has to be decided, programmes only up to
   * an end; and the earlier moments of cues to come that were planned too late to be told in time.
   */
  SortedSet<Instant> alarms(Instant after, Instant until) {
    SortedSet<Instant> alarms = new TreeSet<>();
    Window window = moments.startsWithMomentsIn(new Window(after.plusNanos(1), until));
    rundown(window).items().forEach(item -> alarms.addAll(alarms(item, after)));
    wishes.values().forEach(wish -> alarms.addAll(alarms(item(wish), after)));
    return alarms;
  }

  private List<Instant> alarms(PlannedItem item, Instant after) {
    List<Instant> alarms = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      moments
          .of(item, moment)
          .filter(at -> at.isAfter(after) || isOverdue(item.cue(), moment, after))
          .ifPresent(alarms::add);
    }
    return alarms;
  }

  private boolean isOverdue(Cue cue, Moment moment, Instant now) {
    return cue.start().isAfter(now) && !decided.containsKey(new Due(cue.id(), moment));
  }

  /** What to do about everything planned for one instant, at the present moment. */
  List<CueDecision> decide(Instant planned, Instant now) {
    List<CueDecision> decisions = new ArrayList<>();
    Rundown near = rundown(moments.startsWithMomentsIn(Window.at(planned)));
    for (Moment moment : Moment.values()) {
      for (PlannedItem item : near.items()) {
        boolean isDue = moments.of(item, moment).filter(planned::equals).isPresent();
        if (isDue && !decided.containsKey(new Due(item.cue().id(), moment))) {
          decisions.add(decide(item.cue(), moment, now));
        }
      }
    }
    return decisions;
  }

  private CueDecision decide(Cue cue, Moment moment, Instant now) {
    boolean isUseful = moment == Moment.DEADLINE || now.isBefore(cue.start());
    return moment == Moment.AIR ? decide(cue, now) : new CueDecision.Told(cue, moment, isUseful);
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
    if (decisions.isEmpty()) {
      return this;
    }
    Map<Due, Instant> next = new HashMap<>(decided);
    for (CueDecision decision : decisions) {
      next.put(new Due(decision.cue().id(), decision.moment()), decision.cue().start());
    }
    Instant forgotten = now.minus(REMEMBERED);
    next.values().removeIf(start -> start.isBefore(forgotten));
    boolean nothingIsOld =
        wishes.values().stream().noneMatch(wish -> wish.start().isBefore(forgotten));
    if (nothingIsOld) {
      return new BookPages(plans, moments, wishes, next);
    }
    Map<CueId, OneOff> stillWished = new HashMap<>(wishes);
    stillWished.values().removeIf(wish -> wish.start().isBefore(forgotten));
    return new BookPages(plans, moments, stillWished, next);
  }

  private PlannedItem item(OneOff wish) {
    return new PlannedItem(
        wish.cue(), wish.id().value(), plans.rules().lengths().of(wish.announcement()));
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

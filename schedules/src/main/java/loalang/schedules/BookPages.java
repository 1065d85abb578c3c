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
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.release.Held;
import loalang.schedules.release.Release;
import loalang.schedules.rundown.Change;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.DayPlans;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Timetable;
import loalang.schedules.rundown.Window;

/**
 * What a book holds, as one value: the timetable, wishes granted and held, and the cues that were
 * already decided. Pure; told the time.
 */
record BookPages(
    DayPlans plans,
    Moments moments,
    Map<CueId, OneOff> wishes,
    Map<CueId, HeldWish> held,
    Decided decided) {

  /** A wish that waits for a second person. */
  record HeldWish(OneOff wish, Held held) {
    /** The first instant at which a release would come too late. */
    Instant lapse() {
      return wish.late().latestStart(wish.start()).plusMillis(1);
    }

    CueDecision lapsed() {
      return new CueDecision.Skip(wish.cue(), wish.notReleased());
    }
  }

  /** Longer than a cue's life, so that a clock set back a day cannot make it sound twice. */
  private static final Duration REMEMBERED = Duration.ofDays(4);

  BookPages {
    // Not copied: only this class makes pages, from maps it then lets go; a firing must be quick.
    wishes = Collections.unmodifiableMap(wishes);
    held = Collections.unmodifiableMap(held);
  }

  static BookPages empty(PlanningRules rules, Moments moments) {
    DayPlans plans = new DayPlans(Timetable.EMPTY, rules);
    return new BookPages(plans, moments, Map.of(), Map.of(), Decided.NOTHING);
  }

  private BookPages with(DayPlans next) {
    return new BookPages(next, moments, wishes, held, decided);
  }

  BookPages with(Timetable timetable) {
    return timetable.equals(plans.timetable())
        ? this
        : with(new DayPlans(timetable, plans.rules()));
  }

  /** These pages with other sheets; releases and the wishes of others stay. */
  BookPages with(SheetSet sheets) {
    Map<CueId, OneOff> granted = new HashMap<>(wishes);
    granted.keySet().removeAll(sheets.withdrawn());
    Map<CueId, HeldWish> waiting = new HashMap<>(held);
    waiting.keySet().removeAll(sheets.withdrawn());
    return new BookPages(plans, moments, granted, waiting, decided)
        .with(sheets.timetable(plans.timetable()));
  }

  BookPages with(PlanningRules rules) {
    return rules.equals(plans.rules()) ? this : with(new DayPlans(plans.timetable(), rules));
  }

  BookPages with(Release release) {
    return with(plans.timetable().with(release));
  }

  /** The wish is granted. */
  BookPages with(OneOff wish) {
    Map<CueId, OneOff> granted = new HashMap<>(wishes);
    granted.put(wish.id(), wish);
    Map<CueId, HeldWish> waiting = new HashMap<>(held);
    waiting.remove(wish.id());
    return new BookPages(plans, moments, granted, waiting, decided);
  }

  /** The wish waits for a second person; an earlier one of its name goes. */
  BookPages with(HeldWish wish) {
    Map<CueId, OneOff> granted = new HashMap<>(wishes);
    granted.remove(wish.wish().id());
    Map<CueId, HeldWish> waiting = new HashMap<>(held);
    waiting.put(wish.wish().id(), wish);
    return new BookPages(plans, moments, granted, waiting, decided);
  }

  /** When a release of this wish would come too late, if it waits for one. */
  Optional<Instant> lapse(CueId wish) {
    return Optional.ofNullable(held.get(wish)).map(HeldWish::lapse);
  }

  /** Nobody asks for this wish any more; as before if it does not wait. */
  BookPages withoutHeld(CueId wish) {
    Map<CueId, HeldWish> waiting = new HashMap<>(held);
    waiting.remove(wish);
    return new BookPages(plans, moments, wishes, waiting, decided);
  }

  /** What would be answered to this wish; grants nothing. */
  CueVerdict judge(OneOff wish, Instant now) {
    PlannedItem item = item(wish);
    if (!item.cue().mayStillStart(now)) {
      return new CueVerdict.NotAllowed(past(wish, now));
    }
    Instant begin = wish.start().isAfter(now) ? wish.start() : now;
    return plans
        .holding(item, begin, () -> wishesBut(wish))
        .<CueVerdict>map(CueVerdict.NeedsSecondPerson::new)
        .orElseGet(() -> new CueVerdict.Planned(item.cue()));
  }

  private List<PlannedItem> wishesBut(OneOff wish) {
    return wishes.values().stream()
        .filter(other -> !other.id().equals(wish.id()))
        .map(this::item)
        .toList();
  }

  /** These pages after a wish: granted, held, or as before. */
  BookPages after(OneOff wish, CueVerdict verdict) {
    if (verdict instanceof CueVerdict.NeedsSecondPerson needs) {
      return with(new HeldWish(wish, needs.held()));
    }
    return verdict instanceof CueVerdict.Planned ? with(wish) : this;
  }

  /** What starts in a window. */
  Rundown rundown(Window window) {
    List<Conflict> conflicts = new ArrayList<>(plans.conflicts(window));
    for (HeldWish wish : held.values()) {
      if (window.holds(wish.wish().start())) {
        conflicts.add(Conflict.of(wish.held(), wish.wish().zones()));
      }
    }
    return new Rundown(starting(window), conflicts);
  }

  /** What would change in a window that begins now if the pages became these. */
  Preview preview(BookPages become, ProgrammeSheet fresh, Window ahead) {
    BookPages after = become;
    for (OneOff wish : fresh.oneOffs()) {
      if (!after.hasAired(wish.id())) {
        after = after.after(wish, after.judge(wish, ahead.from()));
      }
    }
    Rundown rundown = after.rundown(ahead);
    return new Preview(Change.between(rundown(ahead), rundown), rundown.conflicts());
  }

  private List<PlannedItem> starting(Window window) {
    List<PlannedItem> items = new ArrayList<>(plans.itemsStarting(window));
    for (OneOff wish : wishes.values()) {
      if (window.holds(wish.start())) {
        items.add(item(wish));
      }
    }
    items.sort(Rundown.ORDER);
    return items;
  }

  /** Whether this cue has fired or was skipped for good. */
  boolean hasAired(CueId id) {
    return decided.hasAired(id);
  }

  /**
   * Every instant after {@code after} and before {@code until} at which something has to be
   * decided; and the earlier moments of cues to come that were planned too late to be told in time.
   */
  SortedSet<Instant> alarms(Instant after, Instant until) {
    SortedSet<Instant> alarms = new TreeSet<>();
    Window window = moments.startsWithMomentsIn(new Window(after.plusNanos(1), until));
    starting(window).forEach(item -> alarms.addAll(alarms(item, after)));
    for (HeldWish waiting : held.values()) {
      if (waiting.lapse().isAfter(after) && waiting.lapse().isBefore(until)) {
        alarms.add(waiting.lapse());
      }
    }
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
    return cue.start().isAfter(now) && !decided.holds(cue, moment);
  }

  /** What to do about everything planned for one instant, at the present moment. */
  List<CueDecision> decide(Instant planned, Instant now) {
    List<CueDecision> decisions = new ArrayList<>();
    List<PlannedItem> near = starting(moments.startsWithMomentsIn(Window.at(planned)));
    FiringRules rules = new FiringRules(plans, decided, now, () -> missedSince(planned, now));
    for (Moment moment : Moment.values()) {
      for (PlannedItem item : near) {
        boolean isDue = moments.of(item, moment).filter(planned::equals).isPresent();
        if (isDue && !decided.holds(item.cue(), moment)) {
          decisions.add(rules.decide(item.cue(), moment));
        }
      }
    }
    held.values().stream()
        .filter(waiting -> waiting.lapse().equals(planned) && !now.isBefore(planned))
        .filter(waiting -> !decided.holds(waiting.wish().cue(), Moment.AIR))
        .map(HeldWish::lapsed)
        .forEach(decisions::add);
    return decisions;
  }

  private List<Cue> missedSince(Instant planned, Instant now) {
    Window missed = new Window(planned.plusNanos(1), now.plusNanos(1));
    return starting(missed).stream().map(PlannedItem::cue).toList();
  }

  /** These cues will not be decided again. */
  BookPages afterDeciding(List<CueDecision> decisions) {
    return decisions.isEmpty()
        ? this
        : new BookPages(plans, moments, wishes, held, decided.with(decisions));
  }

  /** Without what is long past. */
  BookPages forgettingBefore(Instant now) {
    Instant forgotten = now.minus(REMEMBERED);
    Map<CueId, OneOff> granted = new HashMap<>(wishes);
    granted.values().removeIf(wish -> wish.start().isBefore(forgotten));
    Map<CueId, HeldWish> waiting = new HashMap<>(held);
    waiting.values().removeIf(wish -> wish.wish().start().isBefore(forgotten));
    return new BookPages(plans, moments, granted, waiting, decided.forgetting(forgotten));
  }

  PlannedItem item(OneOff wish) {
    Cue cue = wish.cue(plans.terms(wish.wanted(), wish.priority()));
    return new PlannedItem(cue, wish.id().value(), plans.rules().lengths().of(wish.announcement()));
  }

  private static Problem past(OneOff wish, Instant now) {
    return new Problem(
        "ONE_OFF_PAST",
        "\"%s\" was to start at %s and may not start after %s; it is %s."
            .formatted(wish.id(), wish.start(), wish.late().latestStart(wish.start()), now),
        "Give it a start in the future, or a longer late rule.");
  }
}

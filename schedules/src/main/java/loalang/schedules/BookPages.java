// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.protocol.Problem;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.quiet.QuietHoursPolicy;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.RundownPlanner;
import loalang.schedules.rundown.Window;

/**
 * What a book holds, as one value: programmes, wishes, and the cues that were already decided.
 * Every rule of the book is here and is told the time.
 */
record BookPages(
    QuietHours quiet,
    Map<ProgrammeId, Programme> programmes,
    Map<CueId, OneOff> wishes,
    Map<CueId, Instant> decided) {

  /** Longer than any late rule, so that a clock set back a day cannot make a cue sound twice. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private static final Comparator<Cue> ORDER =
      Comparator.comparing(Cue::start)
          .thenComparing(Cue::priority, Comparator.reverseOrder())
          .thenComparing(cue -> cue.id().value());

  BookPages {
    programmes = Map.copyOf(programmes);
    wishes = Map.copyOf(wishes);
    decided = Map.copyOf(decided);
  }

  static BookPages empty(QuietHours quiet) {
    return new BookPages(quiet, Map.of(), Map.of(), Map.of());
  }

  BookPages with(Programme programme) {
    Map<ProgrammeId, Programme> next = new LinkedHashMap<>(programmes);
    next.put(programme.id(), programme);
    return new BookPages(quiet, next, wishes, decided);
  }

  BookPages with(OneOff wish) {
    Map<CueId, OneOff> next = new LinkedHashMap<>(wishes);
    next.put(wish.id(), wish);
    return new BookPages(quiet, programmes, next, decided);
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
    return QuietHoursPolicy.refusal(quiet, wish.priority(), begin, quoted(wish.id()));
  }

  Rundown rundown(Window window) {
    Rundown planned = RundownPlanner.plan(programmes.values(), quiet, window);
    List<Cue> cues = new ArrayList<>(planned.cues());
    for (OneOff wish : wishes.values()) {
      if (window.holds(wish.start())) {
        cues.add(wish.cue());
      }
    }
    cues.sort(ORDER);
    return new Rundown(cues, planned.problems());
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
    return QuietHoursPolicy.refusal(quiet, cue.priority(), begin, quoted(cue.id()))
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
    return new BookPages(quiet, programmes, stillWished, next);
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

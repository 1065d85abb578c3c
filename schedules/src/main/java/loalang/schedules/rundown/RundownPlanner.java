// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.Slot;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.quiet.QuietHoursPolicy;

/** Works out a rundown from programmes. Pure: the order of the programmes does not matter. */
public final class RundownPlanner {
  private static final Comparator<Cue> BY_START =
      Comparator.comparing(Cue::start).thenComparing(cue -> cue.id().value());

  private RundownPlanner() {}

  /** Everything these programmes make sound in a stretch of time. */
  public static Rundown plan(Collection<Programme> programmes, QuietHours quiet, Window window) {
    List<Cue> cues = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    for (Programme programme : programmes) {
      for (Cue cue : wished(programme, window)) {
        Optional<Problem> refusal =
            QuietHoursPolicy.refusal(quiet, cue.priority(), cue.start(), named(programme, cue));
        refusal.ifPresentOrElse(problems::add, () -> cues.add(cue));
      }
    }
    cues.sort(BY_START);
    List<Problem> inOrder = new ArrayList<>(problems);
    inOrder.sort(Comparator.comparing(Problem::toString));
    return new Rundown(cues, inOrder);
  }

  private static List<Cue> wished(Programme programme, Window window) {
    LocalDate first = LocalDate.ofInstant(window.from(), programme.timeZone());
    LocalDate last = LocalDate.ofInstant(window.until(), programme.timeZone());
    List<Cue> cues = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (Slot slot : programme.slots()) {
        if (programme.days().holds(date) && slot.days().contains(date.getDayOfWeek())) {
          Cue cue = cue(programme, slot, date);
          if (window.holds(cue.start())) {
            cues.add(cue);
          }
        }
      }
    }
    return cues;
  }

  private static Cue cue(Programme programme, Slot slot, LocalDate date) {
    Instant start = LocalDateTime.of(date, slot.at()).atZone(programme.timeZone()).toInstant();
    return new Cue(
        CueId.of(programme.id().value(), slot.id().value(), start),
        slot.announcement(),
        programme.zones(),
        programme.priority(),
        start,
        slot.late());
  }

  private static String named(Programme programme, Cue cue) {
    return "\"%s\" (%s)".formatted(cue.announcement(), programme.title());
  }
}

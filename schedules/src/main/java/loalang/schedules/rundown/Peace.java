// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Holidays;

/** The do-not-play windows of a stretch of days, each as the instants it opens and closes. */
final class Peace {

  /** One window on one day. */
  record Stretch(DoNotPlay rule, Window window) {
    boolean forbids(Priority priority, Window sound) {
      return priority.compareTo(rule.letsThrough()) < 0 && window.meets(sound);
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();

  private Peace() {}

  /** Every window that touches this stretch of time or the day after it, in the order of ids. */
  static Peace in(Window days, Collection<DoNotPlay> rules, Holidays holidays) {
    Peace peace = new Peace();
    rules.stream()
        .sorted(Comparator.comparing(DoNotPlay::id))
        .forEach(rule -> peace.add(rule, days, holidays));
    return peace;
  }

  private void add(DoNotPlay rule, Window days, Holidays holidays) {
    LocalDate first = LocalDate.ofInstant(days.from(), rule.season().timeZone());
    LocalDate last = LocalDate.ofInstant(days.until(), rule.season().timeZone()).plusDays(1);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (rule.season().holds(day) && rule.season().agrees(holidays.on(day).isPresent())) {
        stretches.add(new Stretch(rule, new Window(rule.opens(day), rule.closes(day))));
      }
    }
  }

  List<Stretch> stretches() {
    return stretches;
  }

  static Window sound(Instant start, Instant end) {
    // Even what takes no time at all must not begin in a time of peace.
    return end.isAfter(start) ? new Window(start, end) : Window.at(start);
  }

  static Problem problem(DoNotPlay peace, String what) {
    return new Problem(
        "RUNDOWN_DO_NOT_PLAY",
        "%s falls into \"%s\".".formatted(what, peace.title()),
        "Move it, ask for priority %s, or have a second person release it."
            .formatted(peace.letsThrough().wireName()));
  }
}

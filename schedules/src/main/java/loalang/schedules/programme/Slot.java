// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.schedules.LateRule;

/**
 * A place in the day that a programme fills week after week.
 *
 * @param id unique within the programme
 * @param at the wall-clock time of the start, whole seconds
 * @param days the weekdays on which it happens; at least one
 * @param announcement what is heard
 * @param late how long after {@code at} it may still begin
 * @throws IllegalArgumentException if there is no day or the time has parts of a second
 */
public record Slot(
    SlotId id, LocalTime at, Set<DayOfWeek> days, AnnouncementId announcement, LateRule late) {
  public Slot {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "A slot needs at least one day; %s has none.".formatted(id));
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("A slot starts at a whole second, was %s.".formatted(at));
    }
  }
}

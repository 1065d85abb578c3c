// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.schedules.calendar.Season;

/**
 * A named series of slots for some zones: the morning session, the evening session.
 *
 * @param id giving the book the same id again replaces the programme
 * @param title as officers know it, any language; not blank
 * @param season on which days it is valid
 * @param audience where all its slots are heard, and how urgent they are
 * @param slots in any order, each id once
 * @throws IllegalArgumentException if a rule above is broken
 */
public record Programme(
    ProgrammeId id, String title, Season season, Audience audience, List<Slot> slots) {
  public Programme {
    slots = List.copyOf(slots);
    if (title.isBlank()) {
      throw new IllegalArgumentException("Programme %s needs a title.".formatted(id));
    }
    Set<SlotId> seen = new HashSet<>();
    for (Slot slot : slots) {
      if (!seen.add(slot.id())) {
        throw new IllegalArgumentException(
            "Programme %s has two slots named %s.".formatted(id, slot.id()));
      }
    }
  }
}

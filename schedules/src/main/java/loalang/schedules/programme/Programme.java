// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * A named series of slots for some zones: the morning session, a campaign's daily repeats.
 *
 * @param id giving the book the same id again replaces the programme
 * @param title as officers know it, any language; not blank
 * @param timeZone what its wall-clock times mean
 * @param days from which day to which it is valid
 * @param zones where all its slots are heard; at least one
 * @param priority how urgent all its slots are
 * @param slots in any order, each id once
 * @throws IllegalArgumentException if a rule above is broken
 */
public record Programme(
    ProgrammeId id,
    String title,
    ZoneId timeZone,
    DateSpan days,
    Set<PagingZone> zones,
    Priority priority,
    List<Slot> slots) {
  public Programme {
    zones = Set.copyOf(zones);
    slots = List.copyOf(slots);
    if (title.isBlank()) {
      throw new IllegalArgumentException("Programme %s needs a title.".formatted(id));
    }
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("Programme %s needs at least one zone.".formatted(id));
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

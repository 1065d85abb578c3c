// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.schedules.LateRule;
import org.jspecify.annotations.Nullable;

/**
 * A place in the day that a programme fills week after week: a single item, or a whole session.
 *
 * @param id unique within the programme
 * @param at the wall-clock time of the start, whole seconds
 * @param days the weekdays on which it happens; at least one
 * @param items heard one after the other, 1 to 40
 * @param closing heard last, after what campaigns add; null if there is none
 * @param late how long after its planned start each item may still begin
 * @throws IllegalArgumentException if a rule above is broken
 */
public record Slot(
    SlotId id,
    LocalTime at,
    Set<DayOfWeek> days,
    List<SlotEntry> items,
    @Nullable SlotItem closing,
    LateRule late) {
  private static final int MOST_ITEMS = 40;

  public Slot {
    days = Set.copyOf(days);
    items = List.copyOf(items);
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "A slot needs at least one day; %s has none.".formatted(id));
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("A slot starts at a whole second, was %s.".formatted(at));
    }
    int hearings = items.stream().mapToInt(SlotEntry::times).sum() + fallbacks(items);
    if (hearings < 1 || hearings > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "A slot holds 1 to %d items, repeats and fallbacks counted; %s has %d."
              .formatted(MOST_ITEMS, id, hearings));
    }
  }

  private static int fallbacks(List<SlotEntry> items) {
    return items.stream()
        .mapToInt(item -> item instanceof RelayItem relay ? relay.fallback().size() : 0)
        .sum();
  }

  /** The closing line, if there is one. */
  public Optional<SlotItem> closingItem() {
    return Optional.ofNullable(closing);
  }
}

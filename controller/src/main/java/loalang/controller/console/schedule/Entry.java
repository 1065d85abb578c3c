// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;
import org.jspecify.annotations.Nullable;

/**
 * A line of the schedule: something that is heard, or that was asked for and is not heard as asked.
 *
 * @param id of the cue
 * @param title as officers read it
 * @param start when, as asked
 * @param end when it is silent again; the start if it is not heard
 * @param zones where, as it was written
 * @param item what is heard; null if it is not
 * @param conflict what stands in the way; null if nothing does
 */
public record Entry(
    String id,
    String title,
    Instant start,
    Instant end,
    Set<PagingZone> zones,
    @Nullable PlannedItem item,
    @Nullable Conflict conflict) {

  /** Something that is heard. */
  static Entry of(PlannedItem item, String title) {
    return new Entry(
        item.cue().id().value(),
        title,
        item.cue().start(),
        item.end(),
        item.cue().zones(),
        item,
        null);
  }

  /** Something that is not heard as asked. */
  static Entry of(Conflict conflict, Instant start, String title) {
    return new Entry(
        conflict.airing().value(), title, start, start, conflict.zones(), null, conflict);
  }

  /** True if it sounds. */
  public boolean isHeard() {
    return item != null;
  }

  /** True if it waits for a second person. */
  public boolean isHeld() {
    return conflict != null && conflict.outcome() == Conflict.Outcome.NEEDS_SECOND_PERSON;
  }

  /** How urgent it is, if it is heard. */
  public Optional<Priority> priority() {
    return Optional.ofNullable(item).map(heard -> heard.cue().priority());
  }

  /** What stands in its way. */
  public Optional<Conflict> obstacle() {
    return Optional.ofNullable(conflict);
  }

  /** The programme or campaign it comes from; empty if it stands for itself. */
  public Optional<String> source() {
    int end = id.indexOf("--");
    return end < 0 ? Optional.empty() : Optional.of(id.substring(0, end));
  }

  /** How it is drawn: planned, urgent, held or refused. */
  String colour() {
    if (isHeld()) {
      return "held";
    }
    return priority().map(p -> p == Priority.ROUTINE ? "planned" : "urgent").orElse("refused");
  }
}

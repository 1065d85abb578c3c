// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import loalang.controller.ledger.Tally;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;

/**
 * A line of the schedule: something that will be heard, that was asked for and will not be heard as
 * asked, or that had its hour and stands in the log.
 *
 * @param id of the cue
 * @param title as officers read it
 * @param start when, as asked
 * @param end when it is silent again; the start if it is not heard or nobody knows
 * @param zones where, as it was written
 * @param fate what becomes or became of it
 */
public record Entry(
    String id, String title, Instant start, Instant end, Set<PagingZone> zones, Fate fate) {

  /** What becomes or became of it. */
  public sealed interface Fate {}

  /**
   * It will be heard.
   *
   * @param item as it is planned
   */
  public record Planned(PlannedItem item) implements Fate {}

  /**
   * It will not be heard as asked.
   *
   * @param conflict what stands in the way
   */
  public record Hindered(Conflict conflict) implements Fate {}

  /**
   * It had its hour.
   *
   * @param tally what the log says
   */
  public record Logged(Tally tally) implements Fate {}

  /** Something that will be heard. */
  static Entry of(PlannedItem item, String title) {
    return new Entry(
        item.cue().id().value(),
        title,
        item.cue().start(),
        item.end(),
        item.cue().zones(),
        new Planned(item));
  }

  /** Something that will not be heard as asked. */
  static Entry of(Conflict conflict, Instant start, String title) {
    return new Entry(
        conflict.airing().value(), title, start, start, conflict.zones(), new Hindered(conflict));
  }

  /** Something that had its hour. */
  static Entry of(Tally tally) {
    Instant start = tally.planned().start();
    return new Entry(
        tally.planned().id().value(),
        tally.planned().title(),
        start,
        start.plus(tally.length().orElse(Duration.ZERO)),
        tally.planned().zones(),
        new Logged(tally));
  }

  /** True if it will sound, or some loudspeaker played it whole. */
  public boolean isHeard() {
    return fate instanceof Planned
        || (fate instanceof Logged logged && logged.tally().rendered() > 0);
  }

  /** True if it waits for a second person. */
  public boolean isHeld() {
    return fate instanceof Hindered hindered
        && hindered.conflict().outcome() == Conflict.Outcome.NEEDS_SECOND_PERSON;
  }

  /** True if it sounds or sounded at this instant, as far as is known. */
  boolean soundsAt(Instant instant) {
    return isHeard() && !start.isAfter(instant) && instant.isBefore(end);
  }

  /** How urgent it is; empty if it will not be heard. */
  public Optional<Priority> priority() {
    if (fate instanceof Planned planned) {
      return Optional.of(planned.item().cue().priority());
    }
    return told().map(tally -> tally.planned().priority());
  }

  /** What stands in its way. */
  public Optional<Conflict> obstacle() {
    return fate instanceof Hindered hindered ? Optional.of(hindered.conflict()) : Optional.empty();
  }

  /** What the log says, once it had its hour. */
  public Optional<Tally> told() {
    return fate instanceof Logged logged ? Optional.of(logged.tally()) : Optional.empty();
  }

  /** The programme or campaign it comes from; empty if it stands for itself. */
  public Optional<String> source() {
    int end = id.indexOf("--");
    return end < 0 ? Optional.empty() : Optional.of(id.substring(0, end));
  }

  /** How it is drawn: planned, urgent, held or refused; good, bad, open or off in the log. */
  public String colour() {
    if (isHeld()) {
      return "held";
    }
    return told()
        .map(Entry::colourOf)
        .or(() -> priority().map(p -> p == Priority.ROUTINE ? "planned" : "urgent"))
        .orElse("refused");
  }

  private static String colourOf(Tally tally) {
    return switch (tally.word()) {
      case "planned", "on-air" -> "open";
      case "skipped", "stopped" -> "off";
      default -> tally.rendered() == tally.expected() ? "good" : "bad";
    };
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.ledger.AiringRecord;
import loalang.schedules.rundown.PlannedItem;

/**
 * Something on the line of a day.
 *
 * @param id of the airing
 * @param title as officers read it
 * @param start when it starts or started
 * @param end when it ends, as far as is known; not before the start
 * @param colour planned, open, good, bad or off
 */
public record Block(String id, String title, Instant start, Instant end, String colour) {

  /** What is planned, with what became of it if it had its hour. */
  static Block of(PlannedItem item, Optional<AiringRecord> airing) {
    String id = item.cue().id().value();
    return new Block(
        id,
        item.title(),
        item.cue().start(),
        item.end(),
        airing.map(Block::colour).orElse("planned"));
  }

  /** What was aired and stands in no plan any more. */
  static Block of(AiringRecord airing) {
    Instant start = airing.planned().start();
    return new Block(
        airing.planned().id().value(), airing.planned().title(), start, start, colour(airing));
  }

  private static String colour(AiringRecord airing) {
    return switch (airing.word()) {
      case "planned" -> "planned";
      case "on-air" -> "open";
      case "skipped", "stopped" -> "off";
      default -> airing.rendered() == airing.speakers().size() ? "good" : "bad";
    };
  }
}

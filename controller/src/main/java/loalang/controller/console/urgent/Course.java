// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.util.function.Predicate;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.Evidence;
import loalang.controller.ledger.Standing;
import loalang.controller.ledger.Standing.Hearing;

/**
 * How far an emergency has come, level by level; no level stands for another.
 *
 * @param airing in the log
 * @param taken how many loudspeakers took the order
 * @param started how many began to sound
 * @param told how many have told their end
 * @param heard how many microphones heard the chime
 * @param listened how many microphones listened
 */
public record Course(
    AiringRecord airing, long taken, long started, long told, long heard, long listened) {

  static Course of(Evidence evidence) {
    return new Course(
        evidence.airing(),
        count(evidence, one -> one.accepted().isPresent()),
        count(evidence, one -> one.state().startedAt().isPresent()),
        evidence.airing().speakers().values().stream().filter(AiringState::isFinal).count(),
        count(evidence, one -> one.hearing() == Hearing.HEARD),
        count(evidence, one -> one.hearing() != Hearing.UNTOLD));
  }

  private static long count(Evidence evidence, Predicate<Standing> isSo) {
    return evidence.standings().values().stream().filter(isSo).count();
  }

  /** How many loudspeakers are meant. */
  public int meant() {
    return airing.speakers().size();
  }

  /** How many rendered every frame. */
  public long rendered() {
    return airing.rendered();
  }
}

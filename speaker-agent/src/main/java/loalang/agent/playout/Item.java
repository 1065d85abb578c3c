// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import loalang.protocol.AiringId;
import loalang.protocol.order.Order;

/**
 * An airing as it was ordered.
 *
 * @param play what to play, when, how urgently
 * @param sequence of the warrant
 * @param expires end of the warrant, exclusive: it is not begun from then on
 */
public record Item(Order.Play play, long sequence, Instant expires) {

  /** Which airing. */
  public AiringId airing() {
    return play.airing();
  }

  boolean isDue(Instant now) {
    return !now.isBefore(play.startAt());
  }

  /** The late rule: it is stale and never sounds. */
  boolean isLate(Instant now) {
    return now.isAfter(play.latestStart()) || !now.isBefore(expires);
  }
}

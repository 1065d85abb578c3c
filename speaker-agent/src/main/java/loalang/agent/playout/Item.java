// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;

/**
 * An airing as it was ordered or planned.
 *
 * @param play what to play, when, how urgently
 * @param warrant of the order or of the plan; from its end on nothing is begun
 * @param by whose signature
 * @param origin how it came here
 */
public record Item(Order.Play play, Warrant warrant, KeyId by, Origin origin) {

  /** How an item came to the pole. */
  public enum Origin {
    /** By an order of its own: each step is reported. */
    ORDERED,
    /** In the plan of a day: readiness is reported for the day as a whole. */
    PLANNED
  }

  /** Which airing. */
  public AiringId airing() {
    return play.airing();
  }

  boolean isPlanned() {
    return origin == Origin.PLANNED;
  }

  boolean isDue(Instant now) {
    return !now.isBefore(play.startAt());
  }

  /** The instant of its first frame if it begins now. */
  Instant startsAt(Instant now) {
    return isDue(now) ? now : play.startAt();
  }

  /** When something may happen to it by itself while it waits. */
  Stream<Instant> deadlines(Duration lead) {
    return Stream.of(play.startAt().minus(lead), play.startAt(), play.latestStart().plusNanos(1));
  }

  /** The late rule: it is stale and never sounds. */
  boolean isLate(Instant now) {
    return now.isAfter(play.latestStart()) || !now.isBefore(warrant.expires());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.schedules.Cue;

/**
 * Turns a cue into an order and the list of those who must answer. Pure.
 *
 * @param commune whose loudspeakers
 * @param patience after the last possible end, before a silent speaker counts as missing
 */
record DispatchPlanner(CommuneId commune, Duration patience) {
  // A pole without a clock chip may lag behind the office by this much.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /**
   * What a cue comes to.
   *
   * @param order to be signed
   * @param expected who must tell what became of it; empty if nobody is in the zones
   * @param deadline by which they must have told
   */
  record Dispatch(IssuedOrder order, Set<SpeakerId> expected, Instant deadline) {
    Dispatch {
      expected = Set.copyOf(expected);
    }
  }

  /**
   * A time and the number that the order will carry.
   *
   * @param sequence never used before
   * @param now when the order is given
   */
  record Stamp(long sequence, Instant now) {}

  Dispatch play(Cue cue, RecordingRef recording, Collection<Speaker> speakers, Stamp stamp) {
    Instant latestStart = cue.late().latestStart(cue.start());
    Order.Play play =
        new Order.Play(airingOf(cue), recording, cue.start(), latestStart, cue.priority());
    Instant expires = latest(latestStart, stamp.now()).plus(CLOCK_TOLERANCE);
    return new Dispatch(
        new IssuedOrder(warrant(cue.zones(), stamp, expires), play),
        inZones(speakers, cue.zones()),
        latestStart.plus(recording.duration()).plus(patience));
  }

  /** The order to be silent; it is good as long as the airing could sound. */
  IssuedOrder stop(AiringId airing, Set<PagingZone> zones, Instant deadline, Stamp stamp) {
    Instant expires = latest(deadline, stamp.now()).plus(CLOCK_TOLERANCE);
    return new IssuedOrder(warrant(zones, stamp, expires), new Order.Stop(airing));
  }

  static AiringId airingOf(Cue cue) {
    return new AiringId(cue.id().value());
  }

  private Warrant warrant(Set<PagingZone> zones, Stamp stamp, Instant expires) {
    return new Warrant(
        stamp.sequence(),
        Issuer.COMMUNE,
        commune,
        zones,
        stamp.now().minus(CLOCK_TOLERANCE),
        expires);
  }

  private static Set<SpeakerId> inZones(Collection<Speaker> speakers, Set<PagingZone> zones) {
    Set<SpeakerId> meant = new LinkedHashSet<>();
    for (Speaker speaker : speakers) {
      if (zones.stream().anyMatch(speaker::isIn)) {
        meant.add(speaker.id());
      }
    }
    return meant;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

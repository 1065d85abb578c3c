// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
import loalang.schedules.echo.EchoDelay;

/**
 * Turns a cue into orders and the lists of those who must answer. Pure.
 *
 * @param commune whose loudspeakers
 * @param patience after the last possible end, before a silent speaker counts as missing
 */
public record DispatchPlanner(CommuneId commune, Duration patience) {
  // A pole without a clock chip may lag behind the office by this much.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  // An order with so many names stays far below the size at which poles refuse it.
  private static final int MOST_NAMED = 64;

  /**
   * What a cue comes to.
   *
   * @param order to be signed
   * @param expected who must tell what became of it
   * @param deadline by which they must have told
   */
  public record Dispatch(IssuedOrder order, Set<SpeakerId> expected, Instant deadline) {
    public Dispatch {
      expected = Set.copyOf(expected);
    }
  }

  /**
   * A time and the number that the order will carry.
   *
   * @param sequence never used before
   * @param now when the order is given
   */
  public record Stamp(long sequence, Instant now) {}

  /**
   * Those who start at one instant.
   *
   * @param zones the order names
   * @param expected who must tell what became of it
   * @param delay after the start of the cue, by an echo chain
   */
  public record Part(Set<PagingZone> zones, Set<SpeakerId> expected, Duration delay) {
    public Part {
      zones = Set.copyOf(zones);
      expected = Set.copyOf(expected);
    }
  }

  /**
   * One part for all unless an echo chain delays some: then each is named, because an order for a
   * zone would reach those who start later too. No part if nobody is there.
   */
  public static List<Part> parts(Cue cue, Collection<Speaker> speakers) {
    SortedMap<Duration, List<SpeakerId>> byDelay = new TreeMap<>();
    for (Speaker speaker : speakers) {
      if (cue.zones().stream().anyMatch(speaker::isIn)) {
        byDelay.computeIfAbsent(delay(cue, speaker), any -> new ArrayList<>()).add(speaker.id());
      }
    }
    List<Part> parts = new ArrayList<>();
    if (byDelay.keySet().equals(Set.of(Duration.ZERO))) {
      Set<SpeakerId> all = Set.copyOf(byDelay.get(Duration.ZERO));
      parts.add(new Part(cue.zones(), all, Duration.ZERO));
    } else {
      byDelay.forEach((delay, ids) -> parts.addAll(named(delay, ids)));
    }
    return parts;
  }

  private static List<Part> named(Duration delay, List<SpeakerId> ids) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_NAMED) {
      List<SpeakerId> some = ids.subList(from, Math.min(ids.size(), from + MOST_NAMED));
      Set<PagingZone> zones = new LinkedHashSet<>();
      some.forEach(id -> zones.add(PagingZone.only(id)));
      parts.add(new Part(zones, Set.copyOf(some), delay));
    }
    return parts;
  }

  private static Duration delay(Cue cue, Speaker speaker) {
    return cue.terms().delays().stream()
        .filter(delay -> delay.clusters().stream().anyMatch(speaker::isIn))
        .map(EchoDelay::by)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** The order of one part of a cue. */
  public Dispatch play(Cue cue, RecordingRef recording, Part part, Stamp stamp) {
    Instant start = cue.start().plus(part.delay());
    Instant latestStart = cue.late().latestStart(start);
    Order.Play play = new Order.Play(airingOf(cue), recording, start, latestStart, cue.priority());
    Instant expires = latest(latestStart, stamp.now()).plus(CLOCK_TOLERANCE);
    return new Dispatch(
        new IssuedOrder(warrant(part.zones(), stamp, expires), play),
        part.expected(),
        latestStart.plus(recording.duration()).plus(patience));
  }

  /** The order to be silent; it is good as long as the airing could sound. */
  public IssuedOrder stop(AiringId airing, Set<PagingZone> zones, Instant deadline, Stamp stamp) {
    Instant expires = latest(deadline, stamp.now()).plus(CLOCK_TOLERANCE);
    return new IssuedOrder(warrant(zones, stamp, expires), new Order.Stop(airing));
  }

  /** The name under which a cue is reported about. */
  public static AiringId airingOf(Cue cue) {
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

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

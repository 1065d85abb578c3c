// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
   * What some speakers hear.
   *
   * @param recording of the notice, in the version of their zone
   * @param delay after the start of the cue, by an echo chain
   */
  public record Heard(RecordingRef recording, Duration delay) {}

  /**
   * Those who hear one recording at one instant.
   *
   * @param zones the order names
   * @param expected who must tell what became of it
   * @param heard which recording, and how long after the start of the cue
   */
  public record Part(Set<PagingZone> zones, Set<SpeakerId> expected, Heard heard) {
    public Part {
      zones = Set.copyOf(zones);
      expected = Set.copyOf(expected);
    }
  }

  /**
   * One part for all unless an echo chain delays some or some hear another recording: then each is
   * named, because an order for a zone would reach the others too. No part if nobody is there.
   */
  public static List<Part> parts(
      Cue cue, Collection<Speaker> speakers, Function<Speaker, RecordingRef> recordings) {
    Map<Heard, List<SpeakerId>> groups = new LinkedHashMap<>();
    for (Speaker speaker : speakers) {
      if (cue.zones().stream().anyMatch(speaker::isIn)) {
        Heard heard = new Heard(recordings.apply(speaker), delay(cue, speaker));
        groups.computeIfAbsent(heard, any -> new ArrayList<>()).add(speaker.id());
      }
    }
    List<Part> parts = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparing(group -> group.getKey().delay()))
        .forEach(
            group -> {
              boolean isForAll = groups.size() == 1 && group.getKey().delay().isZero();
              parts.addAll(
                  isForAll
                      ? List.of(new Part(cue.zones(), Set.copyOf(group.getValue()), group.getKey()))
                      : named(group.getKey(), group.getValue()));
            });
    return parts;
  }

  static List<Part> named(Heard heard, List<SpeakerId> ids) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_NAMED) {
      List<SpeakerId> some = ids.subList(from, Math.min(ids.size(), from + MOST_NAMED));
      Set<PagingZone> zones = new LinkedHashSet<>();
      some.forEach(id -> zones.add(PagingZone.only(id)));
      parts.add(new Part(zones, Set.copyOf(some), heard));
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
  public Dispatch play(Cue cue, Part part, Stamp stamp) {
    return play(sound(cue, airingOf(cue), part.heard()), part, stamp);
  }

  /** What those who hear this are to play. */
  public static Order.Play sound(Cue cue, AiringId airing, Heard heard) {
    Instant start = cue.start().plus(heard.delay());
    Instant latest = cue.late().latestStart(start);
    return new Order.Play(airing, heard.recording(), start, latest, cue.priority());
  }

  Dispatch play(Order.Play play, Part part, Stamp stamp) {
    Instant expires = latest(play.latestStart(), stamp.now()).plus(CLOCK_TOLERANCE);
    return new Dispatch(
        new IssuedOrder(warrant(part.zones(), stamp, expires), play),
        part.expected(),
        deadline(play));
  }

  /** By when everybody must have told what became of it. */
  Instant deadline(Order.Play play) {
    return play.latestStart().plus(play.recording().duration()).plus(patience);
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

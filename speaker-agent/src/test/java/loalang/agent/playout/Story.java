// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;

/**
 * A village's day in one sentence after another: something happens, and this is what it leads to.
 */
final class Story {
  static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");
  static final long FRAMES = 480_000; // ten seconds

  static final KeyId OFFICE = SigningKey.generate().verifyKey().id();

  private Playout playout;
  private Instant now;
  private List<Effect> effects = List.of();
  private Optional<AiringId> sounding = Optional.empty();
  private final List<AiringId> begun = new ArrayList<>();

  private Story(Playout playout, Instant now) {
    this.playout = playout;
    this.now = now;
  }

  static Story atSixInTheMorning() {
    return new Story(Playout.silent(PlayoutRules.DEFAULT), SIX_AM);
  }

  static Story at(String instant) {
    return new Story(Playout.silent(PlayoutRules.DEFAULT), Instant.parse(instant));
  }

  /** An item due now that may start up to two minutes late. */
  Item item(String name, Priority priority) {
    return item(name, priority, now);
  }

  Item item(String name, Priority priority, Instant startAt) {
    RecordingRef recording = new RecordingRef(digest(name), 1_000, Duration.ofSeconds(10));
    Order.Play play =
        new Order.Play(new AiringId(name), recording, startAt, startAt.plusSeconds(120), priority);
    return new Item(play, warrant(startAt.plusSeconds(600)), OFFICE, Item.Origin.ORDERED);
  }

  static Warrant warrant(Instant expires) {
    return new Warrant(
        1,
        Issuer.COMMUNE,
        new CommuneId("ha-dong"),
        Set.of(new PagingZone("thon-ba")),
        Instant.EPOCH,
        expires);
  }

  static Digest digest(String name) {
    return Digest.of(name.getBytes(StandardCharsets.UTF_8));
  }

  Story ordered(Item item) {
    return then(before -> before.ordered(item, now));
  }

  Story stopOrdered(String name) {
    return then(before -> before.stopOrdered(new AiringId(name), 2, now));
  }

  Story ready(String name) {
    return then(before -> before.ready(digest(name), FRAMES, now));
  }

  Story lacking(String name, Outcome why) {
    return then(before -> before.lacking(digest(name), why, now));
  }

  Story ended(String name, Outcome outcome, long rendered) {
    Rendering rendering = new Rendering(outcome, FRAMES, rendered);
    return then(before -> before.ended(new AiringId(name), rendering, now));
  }

  Story started(String name) {
    return then(before -> before.started(new AiringId(name), now));
  }

  Story secondsPass(long seconds) {
    now = now.plusSeconds(seconds);
    return then(before -> before.tick(now));
  }

  Story then(Function<Playout, Step> event) {
    Step step = event.apply(playout);
    playout = step.next();
    effects = step.effects();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Begin begin) {
        assertEquals(Optional.empty(), sounding, "nothing begins while something sounds");
        begun.add(begin.airing());
        sounding = Optional.of(begin.airing());
      } else if (effect instanceof Effect.Over over
          && sounding.equals(Optional.of(over.airing()))) {
        sounding = Optional.empty();
      }
    }
    return this;
  }

  Instant now() {
    return now;
  }

  Playout playout() {
    return playout;
  }

  List<AiringId> begun() {
    return begun;
  }

  Effect begin(Item item) {
    return new Effect.Begin(item.airing(), item.play().recording(), FRAMES, now);
  }

  static Effect halt(String name) {
    return new Effect.Halt(new AiringId(name));
  }

  static Effect fetch(Item item) {
    return new Effect.Fetch(item.play().recording());
  }

  static Effect accepted(String name, long sequence) {
    return new Effect.Say(new Report.Accepted(new AiringId(name), sequence));
  }

  static Effect readied(String name) {
    return new Effect.Say(new Report.Ready(new AiringId(name), digest(name)));
  }

  /** It never sounds again, and the office hears why. */
  List<Effect> over(String name, Outcome outcome, long due, long rendered) {
    AiringId airing = new AiringId(name);
    return List.of(
        new Effect.Over(airing),
        new Effect.Say(new Report.Ended(airing, outcome, due, rendered, now)));
  }

  Story leadsTo(Effect... expected) {
    assertEquals(List.of(expected), effects);
    return this;
  }

  Story leadsTo(List<Effect> first, Effect... more) {
    List<Effect> expected = new ArrayList<>(first);
    expected.addAll(List.of(more));
    assertEquals(expected, effects);
    return this;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * What waits and what sounds. Immutable: every event gives the next state and the effects.
 *
 * <p>An airing begins at most once: it leaves the waiting ones for ever when it begins, and one
 * that is known is never taken again.
 */
public final class Playout {
  private final PlayoutRules rules;
  private final List<Airing> waiting; // Waiting or Ready, in the order of arrival
  private final @Nullable Airing onAir; // OnAir or Halting
  private final Past past;
  private final Holds holds;

  Playout(
      PlayoutRules rules, List<Airing> waiting, @Nullable Airing onAir, Past past, Holds holds) {
    this.rules = rules;
    this.waiting = List.copyOf(waiting);
    this.onAir = onAir;
    this.past = past;
    this.holds = holds;
  }

  /** Nothing waits, nothing sounds, nothing is known. */
  public static Playout silent(PlayoutRules rules) {
    return new Playout(rules, List.of(), null, Past.EMPTY, Holds.NONE);
  }

  /**
   * An airing was ordered and is in the journal. One that is known is passed over, unless it waits
   * as planned: then the order takes the place of the plan.
   */
  public Step ordered(Item item, Instant now) {
    if (!isNewOrder(item.airing())) {
      return new Step(this, List.of());
    }
    Turn turn = new Turn(this, now);
    turn.say(new Report.Accepted(item.airing(), item.warrant().sequence()));
    turn.order(item);
    return turn.settle();
  }

  /**
   * Airings of a plan come near. One that is over, sounds or waits by an order is passed over; one
   * that waits by an earlier edition is replaced.
   */
  public Step planned(List<Item> items, Instant now) {
    Turn turn = new Turn(this, now);
    items.forEach(turn::plan);
    return turn.settle();
  }

  /** A later edition left these out. What sounds, is over, or was ordered stays as it is. */
  public Step withdrawn(Collection<AiringId> airings, Instant now) {
    Turn turn = new Turn(this, now);
    airings.forEach(turn::withdraw);
    return turn.settle();
  }

  /**
   * Other keys are obeyed now. What a revoked one ordered will not sound and ends what sounds; what
   * it planned is forgotten, because a plan that is signed anew names the same airings.
   */
  public Step trusting(Set<KeyId> signers, Instant now) {
    Turn turn = new Turn(this, now);
    turn.trust(signers);
    return turn.settle();
  }

  /** An order of silence was accepted; it holds against everything, an emergency too. */
  public Step silenced(Silence silence, Instant now) {
    Turn turn = new Turn(this, now);
    turn.say(new Report.OrderObeyed(silence.sequence()));
    turn.silence(silence);
    return turn.settle();
  }

  /** The time is known from now on; what had its hour before that will not sound. */
  public Step clockFound(Instant now) {
    Turn turn = new Turn(this, now);
    turn.clockFound();
    return turn.settle();
  }

  /** The same, without knowing the time: nothing is begun, nothing is late. */
  public Playout withoutClock() {
    return new Playout(rules, waiting, onAir, past, holds.withClock(false));
  }

  /** The same under other rules. */
  public Playout under(PlayoutRules others) {
    return new Playout(others, waiting, onAir, past, holds);
  }

  /** After a restart: what was accepted before and did not begin. Nothing is reported again. */
  public Step resumed(List<Item> accepted, Instant now) {
    Turn turn = new Turn(this, now);
    accepted.stream().filter(item -> !knows(item.airing())).forEach(turn::take);
    return turn.settle();
  }

  /** An order that was genuine but cannot be kept: it is over before it waited. */
  public Step failed(AiringId airing, Outcome why, Instant now) {
    Turn turn = new Turn(this, now);
    if (!knows(airing)) {
      turn.missed(new Report.Ended(airing, why, 0, 0, now));
    }
    return turn.settle();
  }

  /** An airing that began before a crash and did not end: the truth is partial. */
  public Step brokenOff(Report.Ended ended, Instant now) {
    Turn turn = new Turn(this, now);
    turn.missed(ended);
    return turn.settle();
  }

  /** The agent stops: nothing begins any more. What waits is in the journal for the next start. */
  public Playout withoutWaiting() {
    return new Playout(rules, List.of(), onAir, past, holds);
  }

  /** A stop order was accepted. */
  public Step stopOrdered(AiringId airing, long sequence, Instant now) {
    Turn turn = new Turn(this, now);
    turn.say(new Report.Accepted(airing, sequence));
    turn.stop(airing);
    return turn.settle();
  }

  /**
   * A recording is whole on the pole.
   *
   * @param framesDue what playing it whole takes, over 0
   */
  public Step ready(Digest recording, long framesDue, Instant now) {
    Turn turn = new Turn(this, now);
    turn.ready(recording, framesDue);
    return turn.settle();
  }

  /** A recording will not come, or is of no use. */
  public Step lacking(Digest recording, Outcome why, Instant now) {
    Turn turn = new Turn(this, now);
    turn.lacking(recording, why);
    return turn.settle();
  }

  /** Time has passed. */
  public Step tick(Instant now) {
    return new Turn(this, now).settle();
  }

  /** The player says that the first frame went to the device. */
  public Step started(AiringId airing, Instant at) {
    boolean sounds = onAir != null && onAir.item().airing().equals(airing);
    return new Step(
        this, sounds ? List.of(new Effect.Say(new Report.Started(airing, at))) : List.of());
  }

  /** The player says that it is over. */
  public Step ended(AiringId airing, Rendering rendering, Instant now) {
    Turn turn = new Turn(this, now);
    turn.ended(airing, rendering);
    return turn.settle();
  }

  /** True if the airing waits, sounds, or is over. */
  public boolean knows(AiringId airing) {
    return past.over().contains(airing)
        || present().anyMatch(a -> a.item().airing().equals(airing));
  }

  /** True if an order for this airing would be the first word about it, or of a plan alone. */
  public boolean isNewOrder(AiringId airing) {
    return !knows(airing)
        || waiting.stream()
            .anyMatch(one -> one.item().airing().equals(airing) && one.item().isPlanned());
  }

  /** True if this silence would change what holds. */
  public boolean takes(Silence silence) {
    return !holds.with(silence).equals(holds);
  }

  /** True if no more ordered airing can wait. */
  public boolean isFull() {
    return waiting.stream().filter(one -> !one.item().isPlanned()).count() >= rules.mostWaiting();
  }

  /** The recordings that are still needed. */
  public Set<Digest> recordings() {
    return present()
        .map(airing -> airing.item().play().recording().digest())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** When the next thing happens by itself; empty if nothing waits and nothing sounds. */
  public Optional<Instant> nextDeadline(Instant now) {
    Stream<Instant> starts = waiting.stream().flatMap(one -> one.item().deadlines(rules.lead()));
    Stream<Instant> ends =
        onAir instanceof Airing.OnAir sounding
            ? Stream.of(sounding.stuckAt(), rules.quietHours().nextBeginning(now))
            : Stream.empty();
    return Stream.concat(starts, ends).filter(now::isBefore).min(Instant::compareTo);
  }

  /** When the next of those that wait is to start; empty if none waits. */
  public Optional<Instant> nextStart() {
    return waiting.stream().map(one -> one.item().play().startAt()).min(Instant::compareTo);
  }

  /** The recordings that are still needed, each with the item that needs it. */
  public List<Item> presentItems() {
    return present().map(Airing::item).toList();
  }

  /** The airings that wait, as they were ordered, oldest first. */
  public List<Item> waitingItems() {
    return waiting.stream().map(Airing::item).toList();
  }

  /** What sounds. */
  public Optional<Item> soundingItem() {
    return Optional.ofNullable(onAir).map(Airing::item);
  }

  /** The airings that are over, oldest first. */
  public List<AiringId> overOldestFirst() {
    return past.overOldestFirst();
  }

  /** The airings stopped before their order came, oldest first. */
  public List<AiringId> stoppedOldestFirst() {
    return past.stoppedOldestFirst();
  }

  /** The same, with airings known to be over: for what a journal tells. */
  public Playout remembering(Collection<AiringId> over) {
    List<Airing> rest = new ArrayList<>(waiting);
    rest.removeIf(airing -> over.contains(airing.item().airing()));
    return new Playout(rules, rest, onAir, past.withOver(over), holds);
  }

  /** The same, with airings known to be stopped: for what a journal tells. */
  public Playout rememberingStopped(Collection<AiringId> stopped) {
    return new Playout(rules, waiting, onAir, past.withStopped(stopped), holds);
  }

  /** The same, with a silence known to hold: for what a journal tells. */
  public Playout rememberingSilence(Silence silence) {
    return new Playout(rules, waiting, onAir, past, holds.with(silence));
  }

  /** What is allowed. */
  public PlayoutRules rules() {
    return rules;
  }

  private Stream<Airing> present() {
    return Stream.concat(waiting.stream(), Stream.ofNullable(onAir));
  }

  List<Airing> waiting() {
    return waiting;
  }

  @Nullable Airing onAir() {
    return onAir;
  }

  Past past() {
    return past;
  }

  Holds holds() {
    return holds;
  }
}

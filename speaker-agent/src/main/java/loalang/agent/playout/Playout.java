// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
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

  Playout(PlayoutRules rules, List<Airing> waiting, @Nullable Airing onAir, Past past) {
    this.rules = rules;
    this.waiting = List.copyOf(waiting);
    this.onAir = onAir;
    this.past = past;
  }

  /** Nothing waits, nothing sounds, nothing is known. */
  public static Playout silent(PlayoutRules rules) {
    return new Playout(rules, List.of(), null, Past.EMPTY);
  }

  /** An airing was ordered and is in the journal. One that is known is passed over. */
  public Step ordered(Item item, Instant now) {
    if (knows(item.airing())) {
      return new Step(this, List.of());
    }
    Turn turn = new Turn(this, now);
    turn.say(new Report.Accepted(item.airing(), item.sequence()));
    if (past.stopped().contains(item.airing())) {
      turn.missed(new Airing.Waiting(item).missed(Outcome.SKIPPED_STOPPED, now));
    } else {
      turn.take(item);
    }
    return turn.settle();
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
    return new Playout(rules, List.of(), onAir, past);
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

  /** True if no more airing can wait. */
  public boolean isFull() {
    return waiting.size() >= rules.mostWaiting();
  }

  /** The recordings that are still needed. */
  public Set<Digest> recordings() {
    return present()
        .map(airing -> airing.item().play().recording().digest())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** When the next thing happens by itself; empty if nothing waits and nothing sounds. */
  public Optional<Instant> nextDeadline(Instant now) {
    Stream<Instant> starts =
        waiting.stream()
            .map(airing -> airing.item().play())
            .flatMap(play -> Stream.of(play.startAt(), play.latestStart().plusNanos(1)));
    Stream<Instant> ends =
        onAir instanceof Airing.OnAir sounding
            ? Stream.of(sounding.stuckAt(), rules.quietHours().nextBeginning(now))
            : Stream.empty();
    return Stream.concat(starts, ends).filter(now::isBefore).min(Instant::compareTo);
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

  /** The same, with an airing known to be over: for what a journal tells. */
  public Playout remembering(AiringId over) {
    List<Airing> rest = new ArrayList<>(waiting);
    rest.removeIf(airing -> airing.item().airing().equals(over));
    return new Playout(rules, rest, onAir, past.withOver(over));
  }

  /** The same, with an airing known to be stopped: for what a journal tells. */
  public Playout rememberingStopped(AiringId stopped) {
    return new Playout(rules, waiting, onAir, past.withStopped(stopped));
  }

  private Stream<Airing> present() {
    return Stream.concat(waiting.stream(), Stream.ofNullable(onAir));
  }

  PlayoutRules rules() {
    return rules;
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
}

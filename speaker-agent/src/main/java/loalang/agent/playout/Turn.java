// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/** One event being worked out: a scratch copy of the state, used once and thrown away. */
final class Turn {
  /** The more urgent first; of equals the one due earlier; of those the one that came earlier. */
  private static final Comparator<Airing> URGENCY =
      Comparator.<Airing, Priority>comparing(airing -> airing.item().play().priority())
          .reversed()
          .thenComparing(airing -> airing.item().play().startAt());

  private final PlayoutRules rules;
  private final Instant now;
  private final List<Airing> waiting;
  private final Past past;
  private final Set<AiringId> overNow = new LinkedHashSet<>();
  private final Set<AiringId> stoppedNow = new LinkedHashSet<>();
  private final List<Effect> effects = new ArrayList<>();
  private @Nullable Airing onAir;
  private Holds holds;

  Turn(Playout before, Instant now) {
    this.rules = before.rules();
    this.now = now;
    this.waiting = new ArrayList<>(before.waiting());
    this.onAir = before.onAir();
    this.past = before.past();
    this.holds = before.holds();
  }

  void say(Report report) {
    effects.add(new Effect.Say(report));
  }

  void order(Item item) {
    waits(item.airing()).ifPresent(waiting::remove); // planned: the order takes its place
    takeUnlessStopped(item);
  }

  void plan(Item item) {
    AiringId airing = item.airing();
    if (isOver(airing) || sounds(airing)) {
      return;
    }
    Optional<Airing> known = waits(airing);
    if (known.isPresent()) {
      Item before = known.get().item();
      if (!before.isPlanned() || before.equals(item)) {
        return;
      }
      waiting.remove(known.get());
    }
    takeUnlessStopped(item);
  }

  private void takeUnlessStopped(Item item) {
    if (past.stopped().contains(item.airing())) {
      missed(new Airing.Waiting(item).missed(Outcome.SKIPPED_STOPPED, now));
    } else {
      take(item);
    }
  }

  void take(Item item) {
    if (holds.clockKnown() && item.isLate(now)) {
      missed(new Airing.Waiting(item).missed(Outcome.SKIPPED_LATE, now));
      return;
    }
    waiting.add(new Airing.Waiting(item));
    effects.add(new Effect.Fetch(item.play().recording()));
  }

  void withdraw(AiringId airing) {
    if (isOver(airing) || sounds(airing)) {
      return;
    }
    Optional<Airing> known = waits(airing);
    if (known.isEmpty()) {
      missed(new Report.Ended(airing, Outcome.SKIPPED_WITHDRAWN, 0, 0, now));
    } else if (known.get().item().isPlanned()) {
      drop(known.get(), Outcome.SKIPPED_WITHDRAWN);
    }
  }

  void trust(Set<KeyId> signers) {
    for (Airing airing : List.copyOf(waiting)) {
      if (signers.contains(airing.item().by())) {
        continue;
      }
      if (airing.item().isPlanned()) {
        waiting.remove(airing);
      } else {
        drop(airing, Outcome.SKIPPED_WITHDRAWN);
      }
    }
    if (onAir != null && !signers.contains(onAir.item().by())) {
      halt(Outcome.PARTIAL);
    }
    if (holds.by() != null && !signers.contains(holds.by())) {
      holds = Holds.NONE.withClock(holds.clockKnown());
    }
  }

  void silence(Silence silence) {
    holds = holds.with(silence);
  }

  void clockFound() {
    holds = holds.withClock(true);
    waiting.stream()
        .filter(airing -> airing.item().isLate(now))
        .toList()
        .forEach(airing -> drop(airing, Outcome.SKIPPED_CLOCK_UNKNOWN));
  }

  void missed(Report.Ended report) {
    overNow.add(report.airing());
    effects.add(new Effect.Over(report.airing()));
    say(report);
  }

  void stop(AiringId airing) {
    Optional<Airing> waits = waits(airing);
    if (waits.isPresent()) {
      drop(waits.get(), Outcome.SKIPPED_STOPPED);
    } else if (sounds(airing)) {
      halt(Outcome.PARTIAL);
    } else if (!isOver(airing)) {
      stoppedNow.add(airing); // orders travel over several topics: the stop came first
    }
  }

  private Optional<Airing> waits(AiringId airing) {
    return waiting.stream().filter(one -> one.item().airing().equals(airing)).findFirst();
  }

  private boolean sounds(AiringId airing) {
    return onAir != null && onAir.item().airing().equals(airing);
  }

  private boolean isOver(AiringId airing) {
    return past.over().contains(airing) || overNow.contains(airing);
  }

  void ready(Digest recording, long framesDue) {
    waiting.replaceAll(
        airing ->
            airing instanceof Airing.Waiting one && needs(one, recording)
                ? nowReady(one, framesDue)
                : airing);
  }

  private Airing nowReady(Airing.Waiting one, long framesDue) {
    if (!one.item().isPlanned()) {
      say(new Report.Ready(one.item().airing(), one.item().play().recording().digest()));
    }
    return one.ready(framesDue);
  }

  void lacking(Digest recording, Outcome why) {
    waiting.stream()
        .filter(airing -> airing instanceof Airing.Waiting one && needs(one, recording))
        .filter(airing -> !airing.item().isPlanned() || why == Outcome.FAILED_RECORDING_UNREADABLE)
        .toList()
        .forEach(airing -> drop(airing, why));
  }

  private static boolean needs(Airing.Waiting one, Digest recording) {
    return one.item().play().recording().digest().equals(recording);
  }

  void ended(AiringId airing, Rendering rendering) {
    Airing sounding = onAir;
    if (sounding == null || !sounding.item().airing().equals(airing)) {
      return;
    }
    onAir = null;
    if (sounding instanceof Airing.Halting halting) {
      missed(halting.ended(rendering, now));
    } else if (sounding instanceof Airing.OnAir playing) {
      missed(playing.ended(rendering, now));
    }
  }

  /** Applies every rule that time alone can trigger, in the order of their severity. */
  Step settle() {
    if (holds.clockKnown()) {
      dropWhatMayNotSoundAnyMore();
      haltWhatMayNotGoOn();
      beginTheMostUrgent();
    }
    Past then = past.withOver(overNow).withStopped(stoppedNow);
    return new Step(new Playout(rules, waiting, onAir, then, holds), effects);
  }

  private void dropWhatMayNotSoundAnyMore() {
    for (Airing airing : List.copyOf(waiting)) {
      Item item = airing.item();
      if (item.isLate(now)) {
        drop(airing, whyLate(airing));
      } else if (item.isDue(now) && holds.silence(now)) {
        drop(airing, Outcome.SKIPPED_SILENCED);
      } else if (item.isDue(now) && rules.forbid(item, now)) {
        drop(airing, Outcome.SKIPPED_QUIET_HOURS);
      }
    }
  }

  private Outcome whyLate(Airing airing) {
    if (airing instanceof Airing.Waiting) {
      return Outcome.FAILED_RECORDING_MISSING;
    }
    boolean pushedAside =
        onAir != null && onAir.item().play().priority().preempts(airing.item().play().priority());
    return pushedAside ? Outcome.PREEMPTED : Outcome.SKIPPED_LATE;
  }

  private void drop(Airing airing, Outcome why) {
    waiting.remove(airing);
    if (airing instanceof Airing.Waiting one) {
      missed(one.missed(why, now));
    } else if (airing instanceof Airing.Ready one) {
      missed(one.missed(why, now));
    }
  }

  private void haltWhatMayNotGoOn() {
    if (onAir instanceof Airing.OnAir playing) {
      Instant sounding = now.isBefore(playing.startsAt()) ? playing.startsAt() : now;
      if (holds.silence(sounding) || rules.forbid(playing.item(), sounding)) {
        halt(Outcome.PARTIAL);
      } else if (!now.isBefore(playing.stuckAt())) {
        halt(Outcome.FAILED_NOT_RENDERED);
      }
    }
  }

  private void halt(Outcome why) {
    if (onAir instanceof Airing.OnAir playing) {
      onAir = playing.halt(why);
      effects.add(new Effect.Halt(playing.item().airing()));
    }
  }

  private void beginTheMostUrgent() {
    Airing sounding = onAir;
    if (sounding == null) {
      mostUrgent(now.plus(rules.lead())).ifPresent(this::begin);
      return;
    }
    Priority priority = sounding.item().play().priority();
    if (mostUrgent(now)
        .filter(best -> best.item().play().priority().preempts(priority))
        .isPresent()) {
      halt(Outcome.PREEMPTED);
    }
  }

  private Optional<Airing.Ready> mostUrgent(Instant dueBy) {
    return waiting.stream()
        .filter(airing -> airing instanceof Airing.Ready && airing.item().isDue(dueBy))
        .filter(airing -> mayStart(airing.item()))
        .min(URGENCY)
        .map(Airing.Ready.class::cast);
  }

  private boolean mayStart(Item item) {
    Instant startsAt = item.startsAt(now);
    return !holds.silence(startsAt) && !rules.forbid(item, startsAt);
  }

  private void begin(Airing.Ready ready) {
    waiting.remove(ready);
    Item item = ready.item();
    Instant startsAt = item.startsAt(now);
    onAir = ready.begin(startsAt, rules.patience());
    effects.add(
        new Effect.Begin(item.airing(), item.play().recording(), ready.framesDue(), startsAt));
  }
}

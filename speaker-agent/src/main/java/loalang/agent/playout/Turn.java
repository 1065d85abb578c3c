// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
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
  private @Nullable Airing onAir;
  private Past past;
  private final List<Effect> effects = new ArrayList<>();

  Turn(Playout before, Instant now) {
    this.rules = before.rules();
    this.now = now;
    this.waiting = new ArrayList<>(before.waiting());
    this.onAir = before.onAir();
    this.past = before.past();
  }

  void say(Report report) {
    effects.add(new Effect.Say(report));
  }

  void take(Item item) {
    waiting.add(new Airing.Waiting(item));
    effects.add(new Effect.Fetch(item.play().recording()));
  }

  void missed(Report.Ended report) {
    past = past.withOver(report.airing());
    effects.add(new Effect.Over(report.airing()));
    say(report);
  }

  void stop(AiringId airing) {
    Optional<Airing> waits =
        waiting.stream().filter(one -> one.item().airing().equals(airing)).findFirst();
    if (waits.isPresent()) {
      drop(waits.get(), Outcome.SKIPPED_STOPPED);
    } else if (onAir != null && onAir.item().airing().equals(airing)) {
      halt(Outcome.PARTIAL);
    } else if (!past.over().contains(airing)) {
      past = past.withStopped(airing); // orders travel over several topics: the stop came first
    }
  }

  void ready(Digest recording, long framesDue) {
    waiting.replaceAll(
        airing ->
            airing instanceof Airing.Waiting one && needs(one, recording)
                ? nowReady(one, framesDue)
                : airing);
  }

  private Airing nowReady(Airing.Waiting one, long framesDue) {
    say(new Report.Ready(one.item().airing(), one.item().play().recording().digest()));
    return one.ready(framesDue);
  }

  void lacking(Digest recording, Outcome why) {
    waiting.stream()
        .filter(airing -> airing instanceof Airing.Waiting one && needs(one, recording))
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
    dropWhatMayNotSoundAnyMore();
    haltWhatMayNotGoOn();
    beginTheMostUrgent();
    return new Step(new Playout(rules, waiting, onAir, past), effects);
  }

  private void dropWhatMayNotSoundAnyMore() {
    for (Airing airing : List.copyOf(waiting)) {
      Item item = airing.item();
      if (item.isLate(now)) {
        drop(airing, whyLate(airing));
      } else if (item.isDue(now) && mustBeQuiet(item)) {
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
      if (mustBeQuiet(playing.item())) {
        halt(Outcome.PARTIAL);
      } else if (!now.isBefore(playing.stuckAt())) {
        halt(Outcome.FAILED_NOT_RENDERED);
      }
    }
  }

  private boolean mustBeQuiet(Item item) {
    return item.play().priority() != Priority.EMERGENCY && rules.quietHours().cover(now);
  }

  private void halt(Outcome why) {
    if (onAir instanceof Airing.OnAir playing) {
      onAir = playing.halt(why);
      effects.add(new Effect.Halt(playing.item().airing()));
    }
  }

  private void beginTheMostUrgent() {
    Optional<Airing.Ready> best =
        waiting.stream()
            .filter(airing -> airing instanceof Airing.Ready && airing.item().isDue(now))
            .min(URGENCY)
            .map(Airing.Ready.class::cast);
    if (best.isEmpty()) {
      return;
    }
    if (onAir == null) {
      begin(best.get());
    } else if (best.get().item().play().priority().preempts(onAir.item().play().priority())) {
      halt(Outcome.PREEMPTED);
    }
  }

  private void begin(Airing.Ready ready) {
    waiting.remove(ready);
    onAir = ready.begin(now, rules.patience());
    Item item = ready.item();
    effects.add(new Effect.Begin(item.airing(), item.play().recording(), ready.framesDue(), now));
  }
}

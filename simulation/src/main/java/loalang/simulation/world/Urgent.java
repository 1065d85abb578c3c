// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Order;
import org.jspecify.annotations.Nullable;

/** Watches who goes before whom. */
final class Urgent {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String READY = " ready";
  private static final String ENDED = " ended: ";

  private final World world;
  private final Witness witness;
  private final Map<SpeakerId, Cut> cuts = new HashMap<>();
  private final Map<SpeakerId, Instant> urgentEnded = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  Urgent(World world, Witness witness) {
    this.world = world;
    this.witness = witness;
  }

  /** An airing that was cut short for something more urgent. */
  private record Cut(AiringId airing, Priority priority, Instant at) {}

  void line(Pole pole, String what) {
    int end = what.indexOf(ENDED);
    if (what.startsWith("plan ")) {
      return; // about a day, not about an airing
    }
    if (end > 0) {
      over(pole, new AiringId(what.substring(0, end)), what.substring(end + ENDED.length()));
    } else if (what.endsWith(READY)) {
      ready(pole, new AiringId(what.substring(0, what.length() - READY.length())));
    }
  }

  private void over(Pole pole, AiringId airing, String how) {
    Instant now = world.timeline().now();
    ended.add(pole.id() + " " + airing);
    boolean sounded = witness.hasStarted(pole.id(), airing);
    if (how.startsWith("pre-empted") && sounded) {
      cuts.put(pole.id(), new Cut(airing, witness.priority(airing), now));
    } else if (!sounded) {
      urgentEnded.put(pole.id(), now);
    }
  }

  private void ready(Pole pole, AiringId airing) {
    if (witness.priority(airing) != Priority.EMERGENCY) {
      return;
    }
    Instant now = world.timeline().now();
    Instant due = witness.startOf(airing).orElse(now);
    Instant by = (due.isAfter(now) ? due : now).plus(Witness.CLOCKS).plus(GRACE);
    world.timeline().at(by, () -> mustGoFirst(pole, airing));
  }

  private void mustGoFirst(Pole pole, AiringId airing) {
    if (ended.contains(pole.id() + " " + airing) || witness.hasStarted(pole.id(), airing)) {
      return;
    }
    Witness.@Nullable Now before = witness.soundingOn(pole.id()).orElse(null);
    Instant longAgo = world.timeline().now().minus(GRACE);
    if (before != null
        && Priority.EMERGENCY.preempts(before.priority())
        && before.since().isBefore(longAgo)) {
      witness.broke(
          Promise.S7,
          pole.id().value(),
          "%s sounds on although the emergency %s is ready".formatted(before.airing(), airing));
    }
  }

  void started(Pole pole, Order.Play play) {
    Instant now = world.timeline().now();
    Cut cut = cuts.remove(pole.id());
    if (cut == null || cut.at().isBefore(now.minus(GRACE))) {
      return;
    }
    Instant other = urgentEnded.getOrDefault(pole.id(), Instant.MIN);
    if (!witness.priority(play.airing()).preempts(cut.priority())
        && other.isBefore(now.minus(GRACE))) {
      witness.broke(
          Promise.S7,
          pole.id().value(),
          "%s was cut short for %s, which is no more urgent"
              .formatted(cut.airing(), play.airing()));
    }
  }

  void halted(Pole pole, AiringId airing) {
    world.say(pole.id().value(), () -> "halted: " + airing);
  }

  void lifeOver(Pole pole) {
    cuts.remove(pole.id());
  }
}

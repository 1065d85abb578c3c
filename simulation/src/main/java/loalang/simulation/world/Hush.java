// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * Watches that who is told to be silent is silent. It looks only where there is no doubt: a pole
 * that knows the key, hears the order for the first time, and lives on.
 */
final class Hush {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final World world;
  private final Witness witness;
  private final Map<ByteBuffer, Said> said = new HashMap<>(); // by the envelope's bytes
  private final Set<String> known = new HashSet<>(); // what came before is judged already
  private final Map<SpeakerId, Long> keyEditions = new HashMap<>();
  private final Map<SpeakerId, Set<AiringId>> stopped = new HashMap<>();
  private final Map<SpeakerId, Said> silenced = new HashMap<>();
  private final Map<SpeakerId, Instant> toldAt = new HashMap<>();
  private @Nullable Said latestSilence;

  Hush(World world, Witness witness) {
    this.world = world;
    this.witness = witness;
  }

  /** An order and by which keys a pole must go to obey it. */
  private record Said(IssuedOrder issued, long keyEdition) {}

  /** The office signed something. */
  void said(IssuedOrder issued, byte[] sealed, long keyEdition) {
    Said one = new Said(issued, keyEdition);
    if (issued.order() instanceof Order.Stop) {
      said.put(ByteBuffer.wrap(sealed), one);
    } else if (issued.order() instanceof Order.Silence) {
      said.put(ByteBuffer.wrap(sealed), one);
      latestSilence = one;
    }
  }

  /** A pole obeys the keys of this edition. */
  void goesBy(Pole pole, long keyEdition) {
    keyEditions.put(pole.id(), keyEdition);
  }

  /** An order came to a pole, genuine or not. */
  void arrived(Pole pole, byte[] sealed) {
    Said one = said.get(ByteBuffer.wrap(sealed));
    if (one == null || !known.add(pole.id() + " " + one.issued().warrant().sequence())) {
      return;
    }
    if (!isBinding(pole, one)) {
      return;
    }
    if (one.issued().order() instanceof Order.Stop stop) {
      stopped.computeIfAbsent(pole.id(), any -> new HashSet<>()).add(stop.airing());
    } else {
      silenced.put(pole.id(), one);
    }
    toldAt.put(pole.id(), world.timeline().now());
    world.timeline().after(GRACE, () -> mustBeSilent(pole));
  }

  private boolean isBinding(Pole pole, Said one) {
    Instant now = world.timeline().now();
    return keyEditions.getOrDefault(pole.id(), 0L) == one.keyEdition()
        && !Collections.disjoint(one.issued().warrant().zones(), pole.station().zones())
        && !now.isBefore(one.issued().warrant().notBefore().plus(Witness.CLOCKS))
        && now.isBefore(one.issued().warrant().expires().minus(Witness.CLOCKS));
  }

  private void mustBeSilent(Pole pole) {
    witness
        .soundingOn(pole.id())
        .filter(one -> one.since().isBefore(world.timeline().now().minus(GRACE)))
        .ifPresent(one -> sounds(pole, one.airing(), "sounds on"));
  }

  /** A sound has begun; what had begun to open the device is silent within the grace. */
  void started(Pole pole, AiringId airing) {
    Instant told = toldAt.getOrDefault(pole.id(), Instant.MIN);
    if (told.isBefore(world.timeline().now().minus(GRACE))) {
      sounds(pole, airing, "begins");
    } else {
      world.timeline().after(GRACE.plusMillis(1), () -> mustBeSilent(pole));
    }
  }

  private void sounds(Pole pole, AiringId airing, String what) {
    if (stopped.getOrDefault(pole.id(), Set.of()).contains(airing)) {
      broke(pole, "%s %s although it was stopped".formatted(airing, what));
    } else if (isSilenced(pole)) {
      broke(pole, "%s %s although everything was silenced".formatted(airing, what));
    }
  }

  private boolean isSilenced(Pole pole) {
    Said one = silenced.get(pole.id());
    return one != null
        && one.equals(latestSilence)
        && one.keyEdition() == keyEditions.getOrDefault(pole.id(), 0L) // a revoked one is void
        && one.issued().order() instanceof Order.Silence silence
        && world.timeline().now().isBefore(silence.until().minus(Witness.CLOCKS));
  }

  private void broke(Pole pole, String how) {
    witness.broke(Promise.S9, pole.id().value(), how);
  }

  /** What was not written down may be forgotten. */
  void lifeOver(Pole pole) {
    stopped.remove(pole.id());
    silenced.remove(pole.id());
  }
}

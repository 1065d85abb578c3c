// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import loalang.simulation.signature.SeedKeys;

/**
 * A village that can be lived through: the same seed gives the same life, byte for byte.
 *
 * @param seed of everything that happens
 * @param poles how many, 1 to 8; empty if the seed decides
 * @param traced true if somebody will read what happened
 * @param keys how it signs
 */
public record Village(long seed, OptionalInt poles, boolean traced, SeedKeys.Kind keys) {
  private static final int MOST_POLES = 8;

  public Village {
    if (poles.isPresent() && (poles.getAsInt() < 1 || poles.getAsInt() > MOST_POLES)) {
      throw new IllegalArgumentException("A village has 1 to 8 poles, was " + poles.getAsInt());
    }
  }

  /** The village of this seed, signed by hash, not traced. */
  public Village(long seed) {
    this(seed, OptionalInt.empty(), false, SeedKeys.Kind.MARKED);
  }

  /** The same, and what happens can be read. */
  public Village withTrace() {
    return new Village(seed, poles, true, keys);
  }

  /**
   * How it went.
   *
   * @param seed of the village
   * @param broken the promise that was broken first; empty if all were kept
   * @param lasted simulated time
   * @param sounds how many airings began on a pole
   * @param trace what happened, empty if nobody wanted to know
   */
  public record Life(
      long seed, Optional<Broken> broken, Duration lasted, int sounds, List<Trace.Line> trace) {}

  /** Lives through it, on the thread of the caller. */
  public Life live(Workshop workshop, Studio studio) {
    World world = new World(this, workshop, studio);
    world.run();
    return new Life(
        seed,
        world.witness().broken(),
        Duration.ofNanos(world.timeline().nanos()),
        world.witness().sounds(),
        world.trace().lines());
  }
}

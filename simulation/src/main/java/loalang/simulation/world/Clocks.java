// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import loalang.agent.clock.NodeClock;

/**
 * The clocks of one life of a pole: a counter nobody sets, and the system's, which may be wrong.
 */
final class Clocks {
  private static final long CHIP_NANOS = 2_000_000_000L;
  private static final int MOST_DAYS = 20_000;

  private final World world;
  private final Kind kind;
  private final long begun;
  private final long counterAtBoot;
  private final NodeClock node;
  private long systemWrongNanos;

  /**
   * How the clocks of a pole go.
   *
   * @param chip true if the time is known without power
   * @param drift of the counter, over one
   */
  record Kind(boolean chip, double drift) {
    long counted(long nanos) {
      return Math.round(nanos * (1 + drift));
    }

    long trueNanos(long counted) {
      return Math.round(counted / (1 + drift));
    }
  }

  Clocks(World world, Kind kind, Chance chance) {
    this.world = world;
    this.kind = kind;
    this.begun = world.timeline().nanos();
    this.counterAtBoot = chance.source().nextLong(1L << 40);
    this.systemWrongNanos =
        kind.chip()
            ? chance.source().nextLong(-CHIP_NANOS, CHIP_NANOS)
            : -Duration.ofDays(chance.between(1, MOST_DAYS)).toNanos();
    this.node = new NodeClock(this::systemTime, this::counter, kind.chip());
  }

  NodeClock node() {
    return node;
  }

  /** It goes a little wrong, and nobody sets it. */
  long counter() {
    return counterAtBoot + kind.counted(world.timeline().nanos() - begun);
  }

  private Instant systemTime() {
    Instant said = world.timeline().now().plusNanos(systemWrongNanos);
    return said.minus(world.workshop().clockLag());
  }

  /** Somebody sets the system's clock; true if that breaks nothing that was promised. */
  boolean setSystem(Duration wrong) {
    boolean isHarmless = node.isDisciplined() || !kind.chip();
    if (isHarmless) {
      systemWrongNanos += wrong.toNanos();
    }
    return isHarmless;
  }
}

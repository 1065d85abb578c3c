// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance that comes from the seed. Each part of a world has its own, so that they stay apart. */
final class Chance {
  private final SplittableRandom source;

  Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom source) {
    this.source = source;
  }

  Chance another() {
    return new Chance(source.split());
  }

  RandomGenerator source() {
    return source;
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return source.nextInt(times) == 0;
  }

  /** True in so many of a hundred times. */
  boolean percent(int share) {
    return source.nextInt(100) < share;
  }

  /** Ends included. */
  int between(int least, int most) {
    return source.nextInt(least, most + 1);
  }

  /** Ends included. */
  Duration between(Duration least, Duration most) {
    return Duration.ofNanos(source.nextLong(least.toNanos(), most.toNanos() + 1));
  }

  <T> T pick(List<T> all) {
    return all.get(source.nextInt(all.size()));
  }
}

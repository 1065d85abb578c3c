// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;

/** How messages travel between one pole and the broker, at this moment. Not thread-safe. */
final class Route {
  private final Chance chance;
  private boolean cut;
  private Duration up = Duration.ofMillis(40);
  private Duration down = Duration.ofMillis(40);
  private int jitterMillis = 20;
  private int lossPercent;
  private int copyPercent;
  private int overtakingPercent;

  Route(Chance chance) {
    this.chance = chance;
  }

  /** As good as a wire gets. */
  void heal() {
    cut = false;
    up = Duration.ofMillis(40);
    down = Duration.ofMillis(40);
    jitterMillis = 20;
    lossPercent = 0;
    copyPercent = 0;
    overtakingPercent = 0;
  }

  /** Slow, lopsided, lossy: whatever a SIM card in the hills may give. */
  void worsen() {
    up = chance.between(Duration.ofMillis(5), Duration.ofMillis(2_500));
    down = chance.between(Duration.ofMillis(5), Duration.ofMillis(2_500));
    jitterMillis = chance.between(1, 1_500);
    lossPercent = chance.between(0, 60);
    copyPercent = chance.between(0, 20);
    overtakingPercent = chance.between(0, 30);
  }

  void cut(boolean isCut) {
    cut = isCut;
  }

  boolean isCut() {
    return cut;
  }

  Duration up() {
    return up.plusMillis(chance.between(0, jitterMillis));
  }

  Duration down() {
    return down.plusMillis(chance.between(0, jitterMillis));
  }

  /** True if a message nobody keeps is lost here. */
  boolean loses() {
    return chance.percent(lossPercent);
  }

  /** True if a message comes twice. */
  boolean copies() {
    return chance.percent(copyPercent);
  }

  /** True if a message may overtake the one before it. */
  boolean letsOvertake() {
    return chance.percent(overtakingPercent);
  }
}

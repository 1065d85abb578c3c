// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.walls.sabotage;

/** Throws dice that no seed knows of. */
public final class WorldWithDice {
  /** From 0 to 1. */
  public double dice() {
    return Math.random();
  }
}

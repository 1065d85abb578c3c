// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.walls.sabotage;

/** Starts a thread. */
public final class WorldWithAThread {
  /** A thread that nobody waits for. */
  public Thread start() {
    Thread thread = new Thread(() -> {});
    thread.start();
    return thread;
  }
}

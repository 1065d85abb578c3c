// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.walls.sabotage;

import loalang.agent.AgentMain;

/** Wrong on purpose. */
public final class ReachesIntoThePole {
  private ReachesIntoThePole() {}

  /** Starts the agent in the village's own process. */
  public static void start() {
    AgentMain.main(new String[0]);
  }
}

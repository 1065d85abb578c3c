// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.util.List;

/**
 * What an event leads to.
 *
 * @param next the state from now on
 * @param effects what to do, in this order
 */
public record Step(Playout next, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}

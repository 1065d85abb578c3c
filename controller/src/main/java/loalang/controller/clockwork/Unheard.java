// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import loalang.protocol.Problem;
import loalang.schedules.Cue;
import loalang.schedules.OneOff;

/** Something asked for before the start that cannot be heard any more, and why. */
record Unheard(Cue cue, Problem why) {

  /** A single airing that a second person did not let through while no office ran. */
  static Unheard notReleased(OneOff wish) {
    return new Unheard(wish.cue(), wish.notReleased());
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import loalang.protocol.Problem;
import loalang.schedules.Cue;

/** Something asked for before the start that cannot be heard any more, and why. */
record Unheard(Cue cue, Problem why) {}

// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import loalang.protocol.report.Outcome;

/**
 * What the player says when a recording is over.
 *
 * @param outcome PLAYED only if the device consumed every frame; PARTIAL if it was halted
 * @param framesDue what playing it whole takes
 * @param framesRendered what the device really consumed, 0 to framesDue
 */
public record Rendering(Outcome outcome, long framesDue, long framesRendered) {}

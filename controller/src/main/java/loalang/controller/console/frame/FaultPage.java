// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import loalang.protocol.Problem;

/**
 * What was not done, and what to do next.
 *
 * @param problem as it happened
 */
public record FaultPage(Problem problem) {}

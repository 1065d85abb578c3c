// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.plan;

import loalang.protocol.order.Warrant;

/**
 * A plan with the warrant that makes it binding: what is signed.
 *
 * @param warrant who says so, to whom; from the first moment a node may prepare to the last moment
 *     anything of the day may begin
 * @param plan what to play
 */
public record IssuedPlan(Warrant warrant, DayPlan plan) {}

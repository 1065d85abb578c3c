// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The plans of the coming days: what stands in each, which edition, who holds it, what is lacking.
 *
 * <p>{@code PlanMaker} and {@code Readiness} are pure; {@code PlanDesk} is the shell on the event
 * loop, {@code PlanStore} its rows. What may not enter: when something plays (that is told by the
 * schedule), what became of it (that is the ledger's), sound.
 */
@NullMarked
package loalang.controller.plans;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One village from one seed: real poles on simulated cards, clocks and wires, an office of real
 * rules, a stranger, and a witness who holds them to every promise of the design.
 *
 * <p>One queue of events, one thread. What may not enter: a real clock, a thread, chance that does
 * not come from the seed.
 */
@NullMarked
package loalang.simulation.world;

import org.jspecify.annotations.NullMarked;

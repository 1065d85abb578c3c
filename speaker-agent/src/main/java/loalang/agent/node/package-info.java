// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The pole as a whole: one thread that is told every event and carries out what the rules answer.
 *
 * <p>First the journal, then the world: an effect is carried out only when the fact behind it is on
 * disk. What may not enter: rules (they live in the pure rooms), Paho, javax.sound.
 */
@NullMarked
package loalang.agent.node;

import org.jspecify.annotations.NullMarked;

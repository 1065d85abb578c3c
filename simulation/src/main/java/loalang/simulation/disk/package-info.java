// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The card of one pole, in memory: a file system on which the real journal, shelves and key store
 * run unchanged, and whose unforced bytes can be lost, torn or half kept by a power cut.
 *
 * <p>What may not enter: what the files mean, chance that does not come from the seed. One thread a
 * card.
 */
@NullMarked
package loalang.simulation.disk;

import org.jspecify.annotations.NullMarked;

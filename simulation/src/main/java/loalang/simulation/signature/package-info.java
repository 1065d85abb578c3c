// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Keys of a seed, and signatures that cost a hash, so that thousands of days a minute can be signed
 * and verified by the real envelope code.
 *
 * <p>Real Ed25519 keys go through untouched. What may not enter: a secret, anything that could run
 * at an office or on a pole. Any thread.
 */
@NullMarked
package loalang.simulation.signature;

import org.jspecify.annotations.NullMarked;

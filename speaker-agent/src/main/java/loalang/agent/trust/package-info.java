// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Which messages a pole obeys.
 *
 * <p>Pure: told the bytes, the keys and the time, it returns a verdict. Nothing is parsed before
 * its signature holds. What may not enter: files, clocks, the network, what an order means for the
 * sound. Any thread.
 */
@NullMarked
package loalang.agent.trust;

import org.jspecify.annotations.NullMarked;

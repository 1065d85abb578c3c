// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a pole is: online or lost, its version, what it refused unheard.
 *
 * <p>Values only, any thread. Kept by the broker as a retained message and as the pole's will. What
 * may not enter: anything that must be believed later (that is a report, signed and numbered).
 */
@NullMarked
package loalang.protocol.state;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What the machine under the agent tells of itself: how hot it is, whether its supply is enough,
 * whether its disk still takes what is written.
 *
 * <p>Blocking and short; any thread. What may not enter: what follows from it, the network, sound.
 */
@NullMarked
package loalang.agent.machine;

import org.jspecify.annotations.NullMarked;

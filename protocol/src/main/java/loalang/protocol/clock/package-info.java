// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a pole without a clock of its own learns the time: question and answer, four instants.
 *
 * <p>Values only, any thread. What may not enter: a clock, a filter, any opinion about which of two
 * answers is the better.
 */
@NullMarked
package loalang.protocol.clock;

import org.jspecify.annotations.NullMarked;

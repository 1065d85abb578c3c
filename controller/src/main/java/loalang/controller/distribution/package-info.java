// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sound on its way to the poles: nodes say which parts they lack, one answer serves all who listen.
 *
 * <p>{@code WantedParts} is pure and told the time; {@code AudioDistribution} is the shell on the
 * event loop, with a bound on what is on its way and on the rate. What may not enter: why a node
 * wants a recording.
 */
@NullMarked
package loalang.controller.distribution;

import org.jspecify.annotations.NullMarked;

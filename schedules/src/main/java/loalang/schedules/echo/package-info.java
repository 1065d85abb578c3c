// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Loudspeakers along one road that would blur each other, and how much later each of them starts.
 *
 * <p>Pure values, any thread. What may not enter: a clock, programmes, addresses of nodes. A
 * cluster's delay is the same for everything it plays, so what did not overlap still does not.
 */
@NullMarked
package loalang.schedules.echo;

import org.jspecify.annotations.NullMarked;

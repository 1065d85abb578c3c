// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The process on the pole: its command line and its wiring.
 *
 * <p>One composition root builds every room by hand and starts it. What may not enter: a rule. All
 * state is confined to one thread, see {@code node}; sound has a thread of its own, see {@code
 * playback}.
 */
@NullMarked
package loalang.agent;

import org.jspecify.annotations.NullMarked;

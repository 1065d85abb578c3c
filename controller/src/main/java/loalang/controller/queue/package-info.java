// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Slow work for the event loop: a pool named after the scarce thing, with a bound and a time limit.
 *
 * <p>Door: {@code WorkQueue}. What may not enter: what the work is about. Taken on and answered on
 * one event loop; the work itself runs on threads of the pool.
 */
@NullMarked
package loalang.controller.queue;

import org.jspecify.annotations.NullMarked;

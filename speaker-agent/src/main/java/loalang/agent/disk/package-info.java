// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Files that are the old or the new one after a power cut, never something between.
 *
 * <p>Blocking; any thread. What may not enter: what a file means, when it is written, how a fault
 * is told.
 */
@NullMarked
package loalang.agent.disk;

import org.jspecify.annotations.NullMarked;

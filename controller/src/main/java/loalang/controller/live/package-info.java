// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Word of mouth inside the office: what changed, told to whoever listens now.
 *
 * <p>One event loop. It carries names, never contents: who hears of a change looks it up. What may
 * not enter: anything that must not be lost (that is stored before it is told).
 */
@NullMarked
package loalang.controller.live;

import org.jspecify.annotations.NullMarked;

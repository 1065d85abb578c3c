// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who said yes: to a version of a notice, to an emergency, to what a rule holds back.
 *
 * <p>The states of a version are values with legal exits alone; what was said is stored and never
 * changed. What may not enter: who may say yes (accounts), how notices are made (studio), HTTP.
 * Stores block; desks are on the event loop.
 */
@NullMarked
package loalang.controller.approval;

import org.jspecify.annotations.NullMarked;

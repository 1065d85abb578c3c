// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * From a cue to signed orders: who is meant, what is signed, and that it arrives; silence, volume,
 * self-tests.
 *
 * <p>{@code DispatchPlanner} is pure. An order is stored before it is published and sent again to a
 * speaker that comes online until the speaker has accepted it or it expires. What may not enter:
 * when something plays, and what became of it.
 */
@NullMarked
package loalang.controller.dispatch;

import org.jspecify.annotations.NullMarked;

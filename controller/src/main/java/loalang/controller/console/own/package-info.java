// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One's own account: password, second factor, sessions.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.own;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The first page: what sounds now, what comes, the day of each place, what waits for somebody.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.today;

import org.jspecify.annotations.NullMarked;

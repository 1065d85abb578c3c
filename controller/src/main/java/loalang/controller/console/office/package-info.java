// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The office itself: accounts, audit log, dictionary, station, keys, copies.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.office;

import org.jspecify.annotations.NullMarked;

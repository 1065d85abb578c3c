// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What every page has in common: who looks, in which language, the places one can go to, the form
 * token, and how a fault is told.
 *
 * <p>On the event loop. What may not enter: a page of its own, rules, SQL.
 */
@NullMarked
package loalang.controller.console.frame;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The as-run log: what was to be played, what was, the proof of it, the month's report.
 *
 * <p>On the event loop; tables are written on a pool of their own. It asks the ledger and shows its
 * answers. What may not enter: rules of what counts as played, SQL.
 */
@NullMarked
package loalang.controller.console.log;

import org.jspecify.annotations.NullMarked;

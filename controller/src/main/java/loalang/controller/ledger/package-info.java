// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The as-run log: what was to sound, and what each pole says became of it.
 *
 * <p>Append-only; written by reports and passed deadlines alone, and by the planning of an airing.
 * {@code AsRun} and {@code ReportChain} are pure; {@code AsRunLog} and {@code ReportIntake} are the
 * shell on the event loop. What may not enter: orders, opinions, anything that deletes.
 */
@NullMarked
package loalang.controller.ledger;

import org.jspecify.annotations.NullMarked;

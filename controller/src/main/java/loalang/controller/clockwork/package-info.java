// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The schedule book, wired: sheets in, cues out to dispatch on the event loop.
 *
 * <p>The book fires on its own thread; this room hands over with {@code runOnContext} and does
 * nothing else there. Sheets and wishes are stored, so that a restart knows them. What may not
 * enter: calendar rules, Quartz.
 */
@NullMarked
package loalang.controller.clockwork;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The plainest reader: words as they stand, digits by name. It reads English notices; the reader of
 * Vietnamese has a room of its own.
 *
 * <p>Pure, any thread. What may not enter: abbreviations, dates, numbers as a whole, I/O.
 */
@NullMarked
package loalang.announcements.plain;

import org.jspecify.annotations.NullMarked;

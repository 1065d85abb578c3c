// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A zone's rundown as a calendar that a telephone can subscribe to (RFC 5545).
 *
 * <p>Pure: a rundown in, text out; any thread. What may not enter: planning, HTTP, a clock.
 */
@NullMarked
package loalang.schedules.feed;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The pages of what is planned: a week or a day of every place, what stands in the way, and the
 * forms that change it.
 *
 * <p>On the event loop. The pages ask the timetable and show its answers. What may not enter:
 * calendar rules, YAML, SQL.
 */
@NullMarked
package loalang.controller.console.schedule;

import org.jspecify.annotations.NullMarked;

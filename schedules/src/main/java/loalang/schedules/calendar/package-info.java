// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Days that are not like others: public holidays, mourning, exams, a funeral next door.
 *
 * <p>Pure values told the time, any thread; the holiday table is read once from the module's own
 * resources. What may not enter: a clock, programmes, Quartz.
 */
@NullMarked
package loalang.schedules.calendar;

import org.jspecify.annotations.NullMarked;

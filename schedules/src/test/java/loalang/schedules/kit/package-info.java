// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The test kit: a day that is moved by hand.
 *
 * <p>Published as the module's test-jar for every module that must test what happens at 05:30. What
 * may not enter: sleeping, threads, Quartz. Runs on the thread of the test.
 */
@NullMarked
package loalang.schedules.kit;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a rule holds back until a second person lets it through: quiet hours, limits, mourning.
 *
 * <p>Pure values, any thread. What may not enter: accounts, passwords, a clock. Who somebody is and
 * whether they may sign is decided where accounts are; names and instants are told in.
 */
@NullMarked
package loalang.schedules.release;

import org.jspecify.annotations.NullMarked;

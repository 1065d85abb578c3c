// SPDX-License-Identifier: GPL-3.0-or-later
/** Wrong on purpose: each class here breaks a wall, which proves that the wall stands. */
@NullMarked
package loalang.schedules.sabotage.rundown;

import org.jspecify.annotations.NullMarked;

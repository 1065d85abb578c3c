// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The walls between the rooms, and what happens to those who climb over them.
 *
 * <p>{@code sabotage} holds classes that are wrong on purpose; nothing else may use them.
 */
@NullMarked
package loalang.controller.walls;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/** Deliberately wrong: what the walls must stop. Never shipped. */
@NullMarked
package loalang.announcements.sabotage.audio;

import org.jspecify.annotations.NullMarked;

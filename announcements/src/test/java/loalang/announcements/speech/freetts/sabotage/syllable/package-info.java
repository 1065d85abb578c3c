// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Spelling that knows a dialect: proves that the wall between the rooms falls when it is broken.
 *
 * <p>Test code, never shipped. No thread of its own. Nothing else may enter.
 */
@NullMarked
package loalang.announcements.speech.freetts.sabotage.syllable;

import org.jspecify.annotations.NullMarked;

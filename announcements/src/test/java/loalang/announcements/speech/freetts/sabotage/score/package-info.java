// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A score that sounds: proves that the wall of the pure rooms falls when it is broken.
 *
 * <p>Test code, never shipped. No thread of its own. Nothing else may enter.
 */
@NullMarked
package loalang.announcements.speech.freetts.sabotage.score;

import org.jspecify.annotations.NullMarked;

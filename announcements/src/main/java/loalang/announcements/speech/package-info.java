// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Words become sound: the port every speech engine stands behind, and the desk that chooses the
 * engine, tries again after a crash and refuses an utterance that cannot be what was asked for.
 *
 * <p>Each engine has a room of its own below this one; processes and voices live only there.
 * Rendering blocks; any number of threads may render at once. What may not enter: shaping, codecs.
 */
@NullMarked
package loalang.announcements.speech;

import org.jspecify.annotations.NullMarked;

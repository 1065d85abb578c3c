// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The script: what will be spoken, sentence by sentence, and which written words it came from.
 *
 * <p>The border between reading (which makes a script of a text) and speech (which makes sound of a
 * script). Values only, any thread. What may not enter: rules of reading, engines, audio.
 */
@NullMarked
package loalang.announcements.script;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a Vietnamese syllable is made of: onset, glide, nucleus, coda and tone, from its spelling.
 *
 * <p>Pure tables and rules, the same for every dialect; how a dialect sounds is for the room of the
 * score. Words that are no syllables are read in syllables that sound like them, or spelt. Any
 * thread. What may not enter: sound, FreeTTS, files other than the table of rimes.
 */
@NullMarked
package loalang.announcements.speech.freetts.syllable;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Syllables become a score: which sounds of a dialect, how long each, at what pitch and loudness.
 *
 * <p>Pure rules and tables of phonetics: durations, the contours of the tones, the falling line of
 * a sentence, rests. Any thread. What may not enter: samples, FreeTTS, spelling.
 */
@NullMarked
package loalang.announcements.speech.freetts.score;

import org.jspecify.annotations.NullMarked;

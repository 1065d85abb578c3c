// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A score becomes sound: Vietnamese sounds are cut and bent out of the American English diphones of
 * FreeTTS, and joined by its own unit concatenation.
 *
 * <p>The diphones are read once and never change; a mouth is usable on many threads at once. What
 * may not enter: spelling, dialects, tones.
 */
@NullMarked
package loalang.announcements.speech.freetts.diphone;

import org.jspecify.annotations.NullMarked;

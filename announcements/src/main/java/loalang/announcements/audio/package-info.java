// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sound as numbers: trimming, resampling, filtering, chime, loudness. Pure digital signal
 * processing: the same numbers in give the same numbers out.
 *
 * <p>Every value carries its unit in its name. Usable on any thread. What may not enter: files,
 * codecs, devices, speech engines, words.
 */
@NullMarked
package loalang.announcements.audio;

import org.jspecify.annotations.NullMarked;

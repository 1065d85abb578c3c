// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who speaks: languages, voices and the catalogue of voices a commune has.
 *
 * <p>Values only, usable on any thread. What may not enter: engines, audio, files. Changing the
 * voice of a notice changes nothing but the sound.
 */
@NullMarked
package loalang.announcements.voice;

import org.jspecify.annotations.NullMarked;

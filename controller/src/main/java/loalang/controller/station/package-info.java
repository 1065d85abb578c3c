// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How the commune's station sounds: its lines, chime, loudness, voice.
 *
 * <p>One event loop; the settings in force are read on any thread. Every change is kept with who
 * made it and when. What may not enter: notices, sound itself, the reading of text.
 */
@NullMarked
package loalang.controller.station;

import org.jspecify.annotations.NullMarked;
